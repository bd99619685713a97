"""The landing folder and its sensor: how their time grows."""

"""How commands end when they cannot do what was asked."""


class Mistake(Exception):
    """Wrong use: said in one line, without a stack trace, exit code 2."""

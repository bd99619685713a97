"""How much a source may hold before it is set aside unread: each limit with its reason."""

#: A news record is some kilobytes; a file of many (JSONL, WARC, mbox) may be large, but must fit in memory.
MAX_FILE_BYTES = 256 * 1024 * 1024
#: One record: the longest live blogs and reports are a few megabytes; more is a dump in one line.
MAX_RECORD_BYTES = 16 * 1024 * 1024
#: What is kept of a record that is set aside for its size, so that a person can see what it was.
EVIDENCE_BYTES = 4096
#: Members of one archive: more is a mistake or an attack.
MAX_MEMBERS = 100_000
#: What an archive may unpack to, in all and against its packed size; text packs 3 to 20 times.
MAX_UNPACKED_BYTES = 1024 * 1024 * 1024
MAX_RATIO = 200
#: Below this size a high ratio is harmless (a small file of blanks).
RATIO_FREE_BYTES = 1024 * 1024
#: Archives within archives.
MAX_DEPTH = 3

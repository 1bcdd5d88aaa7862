"""ZIP containers written field by field, so that every oddity of a producer can be reproduced.

No clock: every entry bears the first moment that the format knows.
"""
import struct
import zlib

MOMENT = (0, 0x21)  # 1980-01-01 00:00


class Archive:
    def __init__(self):
        self.body = bytearray()
        self.directory = []

    def add(self, name, data, *, method=8, descriptor=None, zip64=False, flags=0, local_name=None,
            crc=None, size=None, compressed=None, local_size=None, raw=None, offset=None,
            local_method=None, version=20):
        """Appends one entry.

        `descriptor` is None, "signed", "bare", "populated" (bit 3 although the local header has the
        numbers) or "zip64" (8-byte numbers). `raw` replaces the compressed bytes; `crc`, `size` and
        `compressed` are what is declared, whatever is true; `local_size` is said by the local
        header alone; `offset` lets the directory point elsewhere.
        """
        if isinstance(data, str):
            data = data.encode()
        name = name if isinstance(name, bytes) else name.encode()
        local_name = name if local_name is None else local_name.encode()
        if any(byte > 127 for byte in name):
            flags |= 0x800
        if raw is None:
            raw = deflated(data) if method == 8 else data
        crc = zlib.crc32(data) if crc is None else crc
        size = len(data) if size is None else size
        compressed = len(raw) if compressed is None else compressed
        if descriptor:
            flags |= 8
        at = len(self.body) if offset is None else offset
        shown = (crc, compressed, size if local_size is None else local_size)
        if descriptor and descriptor != "populated":
            shown = (0, 0, 0)
        extra = b""
        if zip64 and shown[2]:
            extra = struct.pack("<HHQQ", 1, 16, shown[2], shown[1])
            shown = (crc, 0xFFFFFFFF, 0xFFFFFFFF)
        self.body += struct.pack(
            "<IHHHHHIIIHH", 0x04034B50, 45 if zip64 else version, flags,
            method if local_method is None else local_method, *MOMENT, *shown, len(local_name),
            len(extra))
        self.body += local_name + extra + raw
        if descriptor in ("signed", "populated"):
            self.body += struct.pack("<IIII", 0x08074B50, crc, compressed, size)
        elif descriptor == "bare":
            self.body += struct.pack("<III", crc, compressed, size)
        elif descriptor == "zip64":
            self.body += struct.pack("<IIQQ", 0x08074B50, crc, compressed, size)
        self.directory.append(
            (name, flags, method, crc, compressed, size, at, zip64, version))
        return at

    def finished(self, *, comment=b"", count=None, zip64_end=False):
        """The whole archive; `count` is the number of entries that is declared."""
        start = len(self.body)
        for name, flags, method, crc, compressed, size, at, zip64, version in self.directory:
            extra = b""
            if zip64 or max(compressed, size) > 0xFFFFFFFE:
                extra = struct.pack("<HHQQ", 1, 16, size, compressed)
                compressed = size = 0xFFFFFFFF
            self.body += struct.pack(
                "<IHHHHHHIIIHHHHHII", 0x02014B50, version, 45 if extra else version, flags, method,
                *MOMENT, crc, compressed, size, len(name), len(extra), 0, 0, 0, 0, at)
            self.body += name + extra
        end = len(self.body)
        number = len(self.directory) if count is None else count
        if zip64_end:
            self.body += struct.pack(
                "<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, number, number, end - start, start)
            self.body += struct.pack("<IIQI", 0x07064B50, 0, end, 1)
            self.body += struct.pack(
                "<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, len(comment))
        else:
            self.body += struct.pack(
                "<IHHHHIIH", 0x06054B50, 0, 0, number, number, end - start, start, len(comment))
        return bytes(self.body + comment)


def deflated(data):
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflater.compress(data) + deflater.flush()


def archive(parts, **options):
    """An archive of (name, bytes or text) pairs, all written in one way."""
    result = Archive()
    for name, data in parts:
        result.add(name, data, **options)
    return result.finished()

"""Compound files ([MS-CFB]) with given streams, laid out in the plainest way."""
import struct

FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def compound(children, *, kind=bytes(16), loop=False, tree_loop=False):
    """`children` are (name, bytes) streams or (name, list) storages.

    `loop` makes the chain of directory sectors lead back to itself; `tree_loop` makes the first
    entry its own sibling.
    """
    entries = [("Root Entry", 5, NONE, b"")]  # name, type, first child, content

    def add(items):
        first = len(entries)
        entries.extend([None] * len(items))
        for index, (name, content) in enumerate(items, first):
            if isinstance(content, bytes):
                entries[index] = (name, 2, NONE, content)
            else:
                entries[index] = (name, 1, add(content), b"")
        siblings.update({index: index + 1 for index in range(first, first + len(items) - 1)})
        return first

    siblings = {}
    root = add(children)
    entries[0] = ("Root Entry", 5, root, b"")
    if tree_loop:
        siblings[root] = root
    sectors, fat = [], []

    def chain(data, at_least=1):
        count = max(at_least, -(-len(data) // 512))
        first = len(sectors)
        for number in range(count):
            sectors.append(data[number * 512:(number + 1) * 512].ljust(512, b"\0"))
            fat.append(first + number + 1 if number + 1 < count else END)
        return first

    starts = {}
    for index, (_, type_, _, content) in enumerate(entries):
        if type_ == 2:
            starts[index] = chain(content.ljust(4096, b"\0"))
    directory = b""
    for index, (name, type_, child, content) in enumerate(entries):
        label = name.encode("utf-16-le") + b"\0\0"
        size = max(4096, len(content)) if type_ == 2 else 0
        directory += struct.pack(
            "<64sHBBIII16sIQQIQ", label, len(label), type_, 1, NONE, siblings.get(index, NONE), child,
            kind if index == 0 else bytes(16), 0, 0, 0, starts.get(index, END if type_ == 5 else 0), size)
    while len(directory) % 512:
        directory += struct.pack("<64sHBBIII16sIQQIQ", b"", 0, 0, 0, NONE, NONE, NONE, bytes(16), 0, 0, 0, 0, 0)
    first = chain(directory)
    if loop:
        fat[-1] = first
    tables = 1
    while (len(fat) + tables) > tables * 128:
        tables += 1
    at = len(sectors)
    fat += [FAT] * tables
    table = b"".join(struct.pack("<I", entry) for entry in fat).ljust(tables * 512, b"\xff")
    sectors += [table[n * 512:(n + 1) * 512] for n in range(tables)]
    head = struct.pack("<8s16sHHHHH6sIIIIIIIIII", bytes.fromhex("d0cf11e0a1b11ae1"), bytes(16), 0x3E, 3, 0xFFFE, 9, 6,
                       bytes(6), 0, tables, first, 0, 4096, END, 0, END, 0, 0)[:76]
    places = [at + n for n in range(tables)]
    head += b"".join(struct.pack("<I", place) for place in places + [FREE] * (109 - tables))
    return head + b"".join(sectors)

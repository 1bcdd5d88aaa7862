"""Makes the inputs of the benchmarks: inputs.py FOLDER. The same every time; what is there stays."""
import pathlib
import random
import sys


def workbook(path):
    """200,000 × 20 cells: half texts out of 4,000, a quarter whole numbers, a quarter decimals."""
    import xlsxwriter

    names = [f"城关镇第{number}村民委员会" for number in range(4000)]
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("数据")
    for row in range(200_000):
        for column in range(20):
            key = row * 20 + column
            if column % 2 == 0:
                sheet.write_string(row, column, names[key * 7919 % 4000])
            elif column % 4 == 1:
                sheet.write_number(row, column, key * 104729 % 100000)
            else:
                sheet.write_number(row, column, key * 15485863 % 1000000 / 100)
    book.close()


def texts(folder):
    """200 MB of quoted Chinese fields, some numbers, line ends and doubled quotes inside fields; in
    UTF-8 and in GB 18030. 20 MB of records, ten times over."""
    dice = random.Random(7)
    characters = [chr(code) for code in range(0x4E00, 0x9FA6)]
    common = [dice.choice(characters) for _ in range(3000)]

    def character():
        if dice.random() < 0.04:
            return dice.choice("，。、（）：；")
        return dice.choice(characters if dice.random() < 0.05 else common)

    def field():
        kind = dice.random()
        if kind < 0.10:
            number = dice.randint(0, 10 ** dice.randint(1, 8))
            return str(number / 100 if dice.random() < 0.5 else number)
        text = "".join(character() for _ in range(dice.randint(2, 20)))
        if kind < 0.12:
            text = text[:1] + "\n" + text[1:]
        elif kind < 0.14:
            text = text[:1] + '""' + text[1:-1] + '""' + text[-1:]
        return f'"{text}"'

    records, size = [], 0
    while size < 20_000_000:
        record = ",".join(field() for _ in range(20)) + "\r\n"
        records.append(record)
        size += len(record.encode())
    head = ",".join(f'"第{number}列"' for number in range(20)) + "\r\n"
    block = "".join(records)
    for name, encoding in (("utf8.csv", "utf-8"), ("gb18030.csv", "gb18030")):
        content = block.encode(encoding)
        with open(folder / name, "wb") as file:
            file.write(head.encode(encoding))
            for _ in range(200_000_000 // len(content) + 1):
                file.write(content)


def table(path):
    """50,000 × 20 fields without quotes: half texts, nearly all different, half numbers."""
    dice = random.Random(7)
    characters = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
    towns = ["城关镇", "东坪乡", "西河镇", "南山乡", "北湖镇"]

    def text():
        middle = "".join(dice.choice(characters) for _ in range(dice.randint(3, 8)))
        return dice.choice(towns) + middle + str(dice.randint(1, 999))

    def number():
        return f"{dice.uniform(0, 100000):.{dice.choice([0, 1, 2])}f}"

    with open(path, "w", encoding="utf-8") as file:
        for _ in range(50_000):
            file.write(",".join(number() if column % 2 else text() for column in range(20)) + "\n")


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "large.xlsx").exists():
        workbook(folder / "large.xlsx")
    if not (folder / "gb18030.csv").exists():
        texts(folder)
    if not (folder / "table.csv").exists():
        table(folder / "table.csv")


main()

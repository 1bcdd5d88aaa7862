import Campaigns

/// 方法.md: how a draw is made again, in words and as a program, for anybody.
enum DrawMethod {
    static func text(_ seal: DrawSeal) -> String {
        """
        # \(seal.month.chinese)暗访抽查：怎样重抽核对

        事前公布的是`种子.txt`的SHA-256，应为`\(seal.hash)`（任何计算SHA-256的工具都能核对）。
        `种子.txt`里写明抽取个数、随机个数、名册和权重两个文件的SHA-256，以及64位十六进制的种子。

        1. 名册的顺序就是`名册.csv`的行序，从0数起。
        2. 随机数：第i个数（从0数起）是文本“种子:流名:i”的SHA-256的前8个字节，高位在前。
           要一个小于m的数：取除以m的余数；落在最后不满一轮里的（不小于2^64减去2^64除以m的余数）丢掉，取下一个。
        3. 随机部分：流名random。每次在还没抽到的对象里取一个小于剩余个数的数，抽这一行，直到抽满随机个数。
        4. 风险部分：流名risk。每次取一个小于剩余权重之和的数，按行序累加权重，累加刚超过它的那一行抽中，抽出的不再放回；
           剩余权重之和为0时，按第3步的办法补足。
        5. `权重.csv`由办公室保存，供核验的人查看；没有它也能重抽随机部分。

        下面的程序（Python 3）和几个文件放在同一个文件夹里运行，按抽出的次序印出代码。

        ```python
        \(program)
        ```

        """
    }

    static let program = """
        import csv, hashlib, os

        seal = dict(line.split("=", 1) for line in open("种子.txt", encoding="ascii").read().split() if "=" in line)
        print("sha256", hashlib.sha256(open("种子.txt", "rb").read()).hexdigest())
        assert hashlib.sha256(open("名册.csv", "rb").read()).hexdigest() == seal["frame"]
        frame = [row["code"] for row in csv.DictReader(open("名册.csv", encoding="utf-8-sig"))]
        weights = None
        if os.path.exists("权重.csv"):
            assert hashlib.sha256(open("权重.csv", "rb").read()).hexdigest() == seal["weights"]
            weights = [int(row["weight"]) for row in csv.DictReader(open("权重.csv", encoding="utf-8-sig"))]

        def stream(name):
            i = 0
            while True:
                yield int(hashlib.sha256(f"{seal['seed']}:{name}:{i}".encode()).hexdigest()[:16], 16)
                i += 1

        def below(m, numbers):
            for number in numbers:
                if number < 2**64 - 2**64 % m:
                    return number % m

        left, drawn = list(range(len(frame))), []
        numbers = stream("random")
        while left and len(drawn) < min(int(seal["random"]), int(seal["objects"])):
            drawn.append(left.pop(below(len(left), numbers)))
            print("random", frame[drawn[-1]])
        numbers = stream("risk")
        while weights and left and len(drawn) < int(seal["objects"]):
            total = sum(weights[place] for place in left)
            if total == 0:
                drawn.append(left.pop(below(len(left), numbers)))
                print("filling", frame[drawn[-1]])
                continue
            rest, index = below(total, numbers), 0
            while rest >= weights[left[index]]:
                rest -= weights[left[index]]
                index += 1
            drawn.append(left.pop(index))
            print("risk", frame[drawn[-1]])
        """
}

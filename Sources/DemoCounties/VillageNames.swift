/// The stems of village and community names: two parts each, put together in an order drawn once.
enum VillageNames {
    private static let heads = [
        "石", "杨", "柏", "松", "栗", "竹", "枣", "梨", "柿", "榆", "槐", "桑", "茶", "麦",
        "荞", "沙", "瓦", "窑", "磨", "庙", "塔", "桥", "井", "泉", "龙", "凤", "鹤", "雁", "云",
        "雾", "雪", "月", "青", "白", "红", "黄", "乌", "大", "小", "上", "下", "长", "双", "三", "五",
        "新", "老", "官", "马", "牛",
    ]
    private static let middles = [
        "柏", "岩", "板", "门", "头", "鼓", "盘", "涧", "垄", "畦", "埝", "箐", "埂", "碥", "槽", "鞍",
        "屏", "脊",
    ]
    private static let tails = ["湾", "坪", "沟", "坝", "岭", "塬", "垭", "坎", "嘴", "滩", "寨", "渡"]
    private static let communityHeads = [
        "朝晖", "望岚", "映山", "安澜", "文澜", "清源", "裕和", "锦和", "翠屏路", "北门坡", "河堤路", "学府路",
        "南桥头", "兴盛里", "同心里", "永和里", "广济里", "新桥里", "迎宾路", "东城壕", "石牌楼", "西关街",
    ]

    /// The stems of all villages of a county, in an order of their own for each seed; none stands twice, nor is
    /// one among those that are given away apart.
    static func villages(_ count: Int, without taken: Set<String>, seed: UInt64) -> [String] {
        var random = SplitMix64(seed, "village names")
        var stems: [String] = []
        for head in heads {
            for middle in middles where middle != head {
                stems.append(head + middle + random.pick(tails))
            }
        }
        return fill(random.shuffled(stems).filter { !taken.contains($0) }, to: count)
    }

    static func communities(_ count: Int, seed: UInt64) -> [String] {
        var random = SplitMix64(seed, "community names")
        return fill(random.shuffled(communityHeads), to: count)
    }

    /// Past the end of the list the names go on with 二, 三 …, as real ones do.
    private static func fill(_ stems: [String], to count: Int) -> [String] {
        let ordinals = ["", "新", "东", "西", "南", "北", "中", "前", "后"]
        return (0..<count).map { place in
            stems[place % stems.count] + ordinals[place / stems.count % ordinals.count]
        }
    }
}

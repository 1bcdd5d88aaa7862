/// The names of enterprises and social organisations, put together from parts.
enum OrganizationNames {
    private static let brands = [
        "金穗", "绿源", "岚兴", "鑫茂", "恒裕", "瑞禾", "翠岭", "天沐", "嘉澍", "泰禾", "润泽", "丰岭",
        "宏垚", "秦味", "云上", "北坡", "鹿鸣谷", "三合", "锦程", "众诚", "启明", "厚朴", "山野", "川流",
    ]
    private static let trades = [
        "粮油", "茶业", "建材", "食品", "农牧", "矿业", "服饰", "商贸", "物流", "药业", "水电", "装饰",
        "酒业", "蜂业", "纸业", "包装", "机械", "电子", "旅游开发", "菌业",
    ]
    private static let forms = ["有限公司", "有限责任公司", "有限公司", "股份有限公司"]
    private static let associationTopics = [
        "茶叶", "核桃", "魔芋", "养蜂", "食用菌", "书法家", "摄影", "乒乓球", "老年体育", "个体经济", "餐饮", "建筑业",
        "道路运输", "义工", "民间文艺", "中药材", "畜牧", "物业管理", "医师", "护理", "信鸽", "钓鱼", "羽毛球", "舞蹈",
        "楹联", "收藏", "农机", "珠心算", "心理咨询", "家政服务",
    ]
    private static let schools = [
        "晨曦", "小天鹅", "金摇篮", "阳光苑", "蓝精灵", "启智", "春苗", "博雅", "向阳花", "百灵", "育才苑", "星语",
    ]
    private static let schoolKinds = ["幼儿园", "职业培训学校", "养老服务中心", "康复中心", "艺术培训学校"]

    /// The names of enterprises, each with what it is called for short.
    static func enterprises(_ count: Int, seed: UInt64) -> [(name: String, short: String)] {
        var random = SplitMix64(seed, "enterprise names")
        var stems: [String] = []
        for brand in brands { for trade in trades { stems.append(brand + trade) } }
        stems = random.shuffled(stems)
        return (0..<count).map { place in
            let stem = stems[place % stems.count] + (place < stems.count ? "" : "第二")
            return ("岚川县" + stem + random.pick(forms), stem)
        }
    }

    /// The names of social organisations with the registry's class: 51, 52 or 53.
    static func socialOrganizations(
        _ count: Int, seed: UInt64
    ) -> [(name: String, short: String, kind: String)] {
        var random = SplitMix64(seed, "social organisation names")
        let topics = random.shuffled(associationTopics)
        var centres: [String] = []
        for kind in schoolKinds { for school in schools { centres.append(school + kind) } }
        centres = random.shuffled(centres)
        return (0..<count).map { place in
            if place == 7 { return ("岚川县助学兴教基金会", "助学基金会", "53") }
            let turn = place / 5
            if place % 5 < 3 {
                let number = turn * 3 + place % 5
                let topic = topics[number % topics.count]
                let suffix = ["协会", "学会", "促进会", "联合会"][number / topics.count % 4]
                return ("岚川县" + topic + suffix, topic + suffix, "51")
            }
            let centre = centres[(turn * 2 + place % 5 - 3) % centres.count]
            return ("岚川县" + centre, centre, "52")
        }
    }
}

/// Names of single symbols.
enum Symbols {
    /// Said between operands only.
    static let operations: [UInt32: String] = table([
        ("+＋", "加"), ("−", "减"), ("-", "减"), ("×*xX✕", "乘"), ("÷", "除以"), ("=＝", "等于"),
        ("≈≒", "约等于"), ("≠", "不等于"),
        (">＞", "大于"), ("<＜", "小于"), ("≥≧", "大于等于"), ("≤≦", "小于等于"), ("±", "正负"), ("&", "和"),
    ])

    /// Said wherever they stand.
    static let names: [UInt32: String] = table([
        ("±", "正负"), ("∞", "无穷大"), ("√", "根号"), ("π", "派"), ("α", "阿尔法"), ("β", "贝塔"), ("γ", "伽马"),
        ("δΔ", "德尔塔"), ("θ", "西塔"),
        ("λ", "兰姆达"), ("μ", "缪"), ("σΣ", "西格玛"), ("ωΩ", "欧米伽"), ("²", "平方"), ("³", "立方"),
        ("℃", "摄氏度"), ("℉", "华氏度"),
        ("%", "百分号"), ("½", "二分之一"), ("⅓", "三分之一"), ("⅔", "三分之二"), ("¼", "四分之一"), ("¾", "四分之三"),
        ("⅕", "五分之一"), ("⅛", "八分之一"), ("㎡", "平方米"), ("≈", "约"), ("の", "的"),
    ])

    /// Figures in a ring or in Roman letters.
    static let figures: [UInt32: String] = {
        var table: [UInt32: String] = [0x24EA: "零"]
        for value in 1...20 {
            let name = MandarinNumeral.cardinal(String(value))
            table[0x245F + UInt32(value)] = name
            table[0x2473 + UInt32(value)] = name
            table[0x2487 + UInt32(value)] = name
            if value <= 12 {
                table[0x215F + UInt32(value)] = name
                table[0x216F + UInt32(value)] = name
            }
            if value <= 10 {
                table[0x2775 + UInt32(value)] = name
                table[0x321F + UInt32(value)] = name
            }
        }
        return table
    }()

    struct NamedNumber {
        var reading: String
        /// Named even where no noun follows.
        var isAlone: Bool
        var nouns: [String]
    }

    /// Numbers that Chinese say as names.
    static let namedNumbers: [String: NamedNumber] = [
        "996": NamedNumber(reading: "九九六", isAlone: true, nouns: []),
        "985": NamedNumber(
            reading: "九八五", isAlone: false, nouns: ["高校", "大学", "院校", "、", "和", "/", "工程", "毕业"]),
        "211": NamedNumber(reading: "二幺幺", isAlone: false, nouns: ["高校", "大学", "院校", "工程", "毕业"]),
        "315": NamedNumber(reading: "三幺五", isAlone: false, nouns: ["晚会", "消费者"]),
        "618": NamedNumber(reading: "六幺八", isAlone: false, nouns: ["大促", "购物", "活动", "期间", "年中"]),
        "911": NamedNumber(reading: "九幺幺", isAlone: false, nouns: ["事件", "恐怖"]),
        "520": NamedNumber(reading: "五二零", isAlone: false, nouns: ["情人", "表白", "快乐", "礼物"]),
    ]

    private static func table(_ rows: [(String, String)]) -> [UInt32: String] {
        var table: [UInt32: String] = [:]
        for (marks, name) in rows {
            for mark in marks.unicodeScalars { table[mark.value] = name }
        }
        return table
    }
}

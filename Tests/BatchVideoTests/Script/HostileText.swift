import BatchVideo

/// Texts that nobody would write and everybody will send, reproducible from a seed.
enum HostileText {
    static func make(_ random: inout SeededRandom, parts: Int = 24) -> String {
        (0..<random.index(parts) + 1).map { _ in pieces[random.index(pieces.count)] }.joined()
    }

    private static let pieces: [String] =
        ["。", "！", "？", "…", "……", "——", "，", "、", "；", "：", ".", "...", "!", "?", ",", ";", ":"]
        + ["“", "”", "‘", "’", "\"", "'", "（", "）", "(", ")", "《", "》", "【", "】", "{", "}", "[", "]"]
        + ["\\", "\\N", "\\h", "{\\pos(1,2)}", "{\\fs90}", "<b>", "</i>", "&amp;", "-->", "00:00:01,000"]
        + [" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u{3000}", "\u{a0}", "\u{2028}", "\u{200b}", "\u{feff}"]
        + ["\u{202e}", "\u{2066}", "\u{1}", "\u{7f}", "\u{85}", "\u{301}", "\u{200d}", "\u{fe0f}"]
        + ["😀", "👨‍👩‍👧", "🇨🇳", "1️⃣", "❤️", "★", "→", "#@#", "#@#注释#@#", "# ", "**", "`", "- ", "> "]
        + ["3.14", "1,234.5", "2024-12-31", "8:05", "v1.2.3", "GPT-4o", "5.2%", "¥100", "$3.5"]
        + ["https://a.cn/x?y=1&z=2。", "me@example.com", "www.a.com", "Mr. ", "e.g. ", "U.S. ", "No. 5"]
        + ["秋天", "来", "了", "我们", "一个", "银行行长", "人工智能", "阿尔伯特·爱因斯坦", "第一", "三个月"]
        + ["The ", "quick ", "fox ", "internationalisation ", "a", "I ", "don't ", "well-known ", "x"]
        + ["ありがとう", "カタカナ", "안녕하세요", "привет ", "สวัสดีครับ", "مرحبا ", "𠮷", "é", "e\u{301}"]
}

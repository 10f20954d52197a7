import BatchVideo
import Testing

@Suite("List reader")
struct ListReaderTests {
    struct Case: Sendable {
        let text: String
        let heading: String
        let items: [String]

        init(_ text: String, _ heading: String, _ items: [String]) {
            self.text = text
            self.heading = heading
            self.items = items
        }
    }

    @Test(
        "what is counted becomes a list, with the sentence that announces it",
        arguments: [
            Case(
                "养生要做好三件事：第一，早睡早起，不熬夜；第二，每天走八千步；第三，常和老朋友聊天。", "养生要做好三件事",
                ["早睡早起，不熬夜", "每天走八千步", "常和老朋友聊天"]),
            Case("长寿有秘诀。首先，要按时吃饭；其次，要多喝温水；最后，要保持好心情。", "长寿有秘诀", ["要按时吃饭", "要多喝温水", "要保持好心情"]),
            Case("首先洗米，然后加水，最后煮三十分钟。", "", ["洗米", "加水", "煮三十分钟"]),
            Case("第一步洗菜，第二步切菜，第三步下锅。", "", ["洗菜", "切菜", "下锅"]),
            Case("养生有三点，第一少盐，第二少油，第三少糖。", "养生有三点", ["少盐", "少油", "少糖"]),
            Case("一、早睡。二、多走路。三、少生气。", "", ["早睡", "多走路", "少生气"]),
            Case("1. 多喝水。2. 早睡觉。3. 常散步。", "", ["多喝水", "早睡觉", "常散步"]),
            Case("一是工资高，二是离家近，三是同事好。", "", ["工资高", "离家近", "同事好"]),
            Case(
                "First, wash the rice. Then add water. Finally, cook it for thirty minutes.", "",
                ["wash the rice", "add water", "cook it for thirty minutes"]),
            Case(
                "Three rules. First of all, sleep. Second, walk. Third, laugh.", "Three rules",
                ["sleep", "walk", "laugh"]),
            Case("Step 1: boil water. Step 2: add tea. Step 3: wait.", "", ["boil water", "add tea", "wait"]),
            Case("まず、お湯を沸かします。次に、茶葉を入れます。最後に、三分待ちます。", "", ["お湯を沸かします", "茶葉を入れます", "三分待ちます"]),
            Case("첫째, 물을 마신다. 둘째, 걷는다. 셋째, 잔다.", "", ["물을 마신다", "걷는다", "잔다"]),
            Case("أولاً، اشرب الماء. ثانياً، امشِ كل يوم.", "", ["اشرب الماء", "امشِ كل يوم"]),
        ])
    func counted(_ list: Case) {
        #expect(CardReader.best(in: list.text)?.text == .list(heading: list.heading, items: list.items))
    }

    @Test(
        "so does what follows a colon",
        arguments: [
            Case("厨房里要常备三样：米、油和盐。", "厨房里要常备三样", ["米", "油", "盐"]),
            Case("春天要吃三种菜，分别是韭菜、菠菜和香椿。", "春天要吃三种菜", ["韭菜", "菠菜", "香椿"]),
            Case("我们的目标：和平与发展、合作与共赢、公平和正义。", "我们的目标", ["和平与发展", "合作与共赢", "公平和正义"]),
            Case("健康包括：身体、心理、社会适应和道德健康四个方面。", "健康包括", ["身体", "心理", "社会适应", "道德健康"]),
            Case(
                "Three things keep you young: sleep, walks and good books.", "Three things keep you young",
                ["sleep", "walks", "good books"]),
            Case("You need: bread, milk, eggs, and honey.", "You need", ["bread", "milk", "eggs", "honey"]),
            Case("三つの習慣：早起き、散歩、読書。", "三つの習慣", ["早起き", "散歩", "読書"]),
        ])
    func told(_ list: Case) {
        #expect(CardReader.best(in: list.text)?.text == .list(heading: list.heading, items: list.items))
    }

    @Test(
        "speech, ranks, questions, halves of lists, six items and a wrong count are none",
        arguments: [
            "他说：“我、你和他。”", "She said: bread, milk and eggs.", "第一次世界大战爆发，第二次世界大战更惨。",
            "第一，什么是幸福？第二，怎样幸福？", "第二，多走路。第三，少生气。", "时间是10:30，米、油、盐都有了。",
            "There are five habits: walking, reading, and sleeping.", "Buy these: a, b, c, d, e, f.",
            "The first time we met it was raining, the second time it snowed.",
            "First the rain came over the hills. Then the wind turned.", "首先下了一场雨，然后起风了。",
            "一、早。二、中。三、晚。四、春。五、夏。六、秋。", "养生有四点，第一，少盐，第二，少油，第三，少糖。",
        ])
    func none(_ text: String) {
        if case .list = CardReader.best(in: text)?.text { Issue.record("\(text) is no list") }
    }

    @Test("a heading that is only the end of a sentence is left off")
    func halfHeading() {
        let text = "的三件事：第一，早睡早起；第二，每天走路；第三，常聊天。"
        #expect(
            CardReader.best(in: text, startsMidSentence: true)?.text
                == .list(heading: "", items: ["早睡早起", "每天走路", "常聊天"]))
    }
}

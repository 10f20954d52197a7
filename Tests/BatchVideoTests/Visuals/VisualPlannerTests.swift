import BatchVideo
import Testing

@Suite("Visual planner")
struct VisualPlannerTests {
    private func films(_ count: Int, seed: UInt64, _ check: (VisualPlanner, [VisualPlan]) -> Void) {
        var random = SeededRandom(seed: seed)
        for number in 0..<count {
            let planner = RandomFilms.planner(
                RandomFilms.storyboard(&random), seed: UInt64(number))
            check(planner, planner.plan())
        }
    }

    @Test("every shot has one picture, moving if the shot moves; the same film, the same plan")
    func onePerShot() {
        films(400, seed: 1) { planner, plan in
            #expect(plan.count == planner.storyboard.shots.count)
            #expect(plan == planner.plan())
            for (shot, visual) in zip(planner.storyboard.shots, plan) {
                if case .loop(let picture) = visual {
                    #expect(shot.isMoving && picture.size == planner.canvas.size)
                } else {
                    #expect(!shot.isMoving)
                }
            }
        }
    }

    @Test("never the same family twice running, and every other picture mirrored")
    func families() {
        films(400, seed: 2) { _, plan in
            for (a, b) in zip(plan, plan.dropFirst()) {
                #expect(a.picture?.subject.family != b.picture?.subject.family)
                #expect(a.picture?.mirrored != b.picture?.mirrored)
            }
        }
    }

    @Test("cards are rare, never first, never moving, never near each other, and fit")
    func cards() {
        var total = 0
        films(400, seed: 3) { _, plan in
            let cards = plan.indices.filter { plan[$0].isCard }
            total += cards.count
            #expect(cards.first != 0)
            #expect(zip(cards, cards.dropFirst()).allSatisfy { $1 - $0 >= 5 })
            for index in cards {
                guard case .still(let picture) = plan[index] else {
                    Issue.record("a moving card")
                    continue
                }
                switch picture.subject {
                case .quote(let text, _, _): #expect(CardReader.fits(text))
                case .number(let value, let caption, _):
                    #expect(value.first?.isNumber == true && CardReader.fits(caption))
                case .list(_, let items, _): #expect((2...5).contains(items.count))
                case .scene, .chapter, .title, .cover: Issue.record("not a card")
                }
            }
        }
        #expect(total > 400)
    }

    @Test("the light changes at most twice in a film")
    func palettes() {
        films(400, seed: 4) { _, plan in
            let palettes = plan.compactMap(\.picture?.palette)
            #expect(zip(palettes, palettes.dropFirst()).count { $0 != $1 } <= 2)
        }
    }

    @Test("the light follows the text into the night and back")
    func night() {
        let day = "春天的公园里阳光明媚，蓝天白云"
        let night = "夜深了，月光下，星空无边"
        let film = RandomFilms.film([day, day, day, night, night, night, day, day, day])

        let palettes = RandomFilms.planner(film, seed: 9).plan().compactMap(\.picture?.palette)

        #expect(palettes == [.clear, .clear, .clear, .deep, .deep, .deep, .clear, .clear, .clear])
    }

    @Test("a morning lasts until other words end it")
    func morning() {
        let film = RandomFilms.film([
            "夜深了，满天星光，", "半夜，月亮很圆，", "夜里很静，", "夜色更深了，", "清晨，朝阳升起，霞光满天，",
            "他走了出去，", "没有说话，",
        ])
        let palettes = RandomFilms.planner(film, seed: 3).plan().compactMap(\.picture?.palette)
        #expect(palettes == [.deep, .deep, .deep, .deep, .warm, .warm, .warm])
    }

    @Test("twelve shots of neutral text show at least eight families", arguments: 0..<200)
    func variety(seed: Int) {
        let film = RandomFilms.film(Array(repeating: "没有特别的内容，", count: 12))
        let plan = RandomFilms.planner(film, seed: UInt64(seed)).plan()
        #expect(Set(plan.compactMap(\.picture?.subject.family)).count >= 8)
        #expect(!plan.contains { $0.picture?.subject.family == .technology })
    }

    @Test("the shot's own words come first, the whole text second")
    func relevance() {
        let film = RandomFilms.film([
            "大海上的渔船，", "人工智能和机器人，", "一杯绿茶，", "麦田里的农民，", "森林里的小鹿，", "高楼大厦，",
        ])
        for seed in 0..<100 as Range<UInt64> {
            let plan = RandomFilms.planner(film, seed: seed).plan()
            let families = plan.map(\.picture?.subject.family)
            #expect(families == [.sea, .technology, .teaTable, .wheatField, .forest, .city])
        }
    }

    @Test("two seeds give different pictures")
    func seeds() {
        let film = RandomFilms.film(RandomFilms.chinese)
        let a = RandomFilms.planner(film, seed: 1).plan()
        let b = RandomFilms.planner(film, seed: 2).plan()
        for (x, y) in zip(a, b) { #expect(x.picture?.seed != y.picture?.seed) }
        #expect(Set(a.compactMap(\.picture?.seed)).count == a.count)
    }

    @Test("the plan of a film is this one")
    func golden() {
        let film = RandomFilms.film(RandomFilms.chinese)
        let shown = RandomFilms.planner(film, seed: 7).plan().map { plan in
            let card = plan.isCard ? " card" : ""
            return plan.picture.map { "\($0.subject.family) \($0.palette)\(card)" } ?? "-"
        }
        #expect(shown == Self.goldenPlan)
    }

    private static let goldenPlan = [
        "teaTable warm", "starryCabin warm", "wheatField warm", "sea warm", "city warm card",
        "teaTable warm", "sunrisePeak warm", "technology warm", "autumnHills warm",
        "sunrisePeak warm",
    ]

    @Test("the user's pictures come in order, all before any again, and cards never crowd one out")
    func images() {
        var random = SeededRandom(seed: 5)
        for number in 0..<500 {
            let count = 1 + random.index(12)
            let board = RandomFilms.storyboard(&random)
            let plan = VisualPlanner(
                storyboard: board, title: "", canvas: .portrait, seed: UInt64(number),
                imageCount: count
            ).plan()
            let shown = plan.compactMap { plan in
                if case .image(let image) = plan { image } else { nil }
            }
            #expect(shown == shown.indices.map { $0 % count })
            let stills = board.shots.count { !$0.isMoving }
            #expect(shown.count >= min(stills, count))
        }
    }

    @Test("moving shots show what they were given, the others a picture")
    func moving() {
        var film = RandomFilms.film(["大海", "高山", "森林", "城市", "草原"])
        for index in 1..<5 { film.shots[index].isMoving = true }
        let item = FootageItem(
            library: "stock", id: "7", length: MediaTime(ms: 9000), tags: [], page: "", author: "",
            licence: "", renditions: [.init(url: "file:///x", size: Canvas.landscape.size)])
        let plan = VisualPlanner(
            storyboard: film, title: "", canvas: .landscape, seed: 1,
            moving: [
                1: .own(3, inPoint: MediaTime(ms: 40)), 2: .library(item, inPoint: MediaTime(ms: 50)),
                3: .generated,
            ],
            generatesStills: true, paidUntil: film.shots[4].span.start
        ).plan()

        #expect(plan[1] == .footage(3, inPoint: MediaTime(ms: 40)))
        #expect(plan[2] == .library(item, inPoint: MediaTime(ms: 50)))
        guard case .generated(let first) = plan[0], case .generated(let clip) = plan[3], case .loop = plan[4]
        else {
            Issue.record("\(plan)")
            return
        }
        #expect(!first.isMoving && clip.isMoving && clip.isOfWords == true)
    }

    @Test("vendors are paid for no still that ends after the time that is paid for")
    func paidUntil() {
        let film = RandomFilms.film(RandomFilms.chinese)
        let until = film.shots[3].span.end
        let plan = VisualPlanner(
            storyboard: film, title: "", canvas: .landscape, seed: 1, generatesStills: true,
            paidUntil: until
        ).plan()
        for (shot, plan) in zip(film.shots, plan) {
            let isGenerated = if case .generated = plan { true } else { false }
            #expect(isGenerated == (shot.span.end <= until))
        }
    }

    @Test("the cover is the title over the scene it names")
    func cover() {
        let planner = VisualPlanner(
            storyboard: RandomFilms.film(RandomFilms.chinese), title: "秋天的落叶", canvas: .portrait,
            seed: 3)
        let cover = planner.cover()
        #expect(cover.subject == .title(text: "秋天的落叶", over: .autumnHills))
        #expect(cover.size == Canvas.portrait.size)
    }
}

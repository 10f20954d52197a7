import BatchVideo
import Testing

@Suite("The cover among a film's choices")
struct CoverChoiceTests {
    @Test("is taken from the job, else from its topic, else from its channel")
    func filled() throws {
        let job = try FilmChoices(json: ["mix": 10])
        let topic = try FilmChoices(json: ["cover_style": "classic"])
        let channel = try FilmChoices(json: ["cover_style": "elegant", "cover": "attached"])

        let all = job.filled(from: topic).filled(from: channel)

        #expect(all.coverStyle == .classic && all.cover == .attached)
    }

    @Test("of another name is refused, and the field named")
    func unknown() {
        let error = #expect(throws: BatchVideoError.self) { _ = try FilmChoices(json: ["cover_style": "neon"]) }
        #expect(error?.code == .invalid && error?.field == "extra.cover_style")
    }

    @Test("a planner makes the style that is wanted, and says what it is told")
    func planned() {
        let planner = VisualPlanner(
            storyboard: RandomFilms.film(RandomFilms.chinese), title: "秋天的落叶", canvas: .landscape, seed: 3)

        let cover = planner.cover(.classic, saying: "老人常做这三件事，越活越年轻")

        #expect(cover.subject == .cover(lines: ["老人常做这三件事", "越活越年轻"], over: .autumnHills))
        #expect(cover.seed == planner.cover().seed)
        #expect(planner.coverPicture("a path in autumn").prompt == "a path in autumn")
    }
}

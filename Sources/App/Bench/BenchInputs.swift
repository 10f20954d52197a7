import Artwork
import BatchVideo
import Foundation

/// What the bench's films are made of. Paths are relative to the bench's folder.
struct BenchInputs: Sendable {
    var pictures: [String]
    var logo: String
    /// In pixels.
    var logoWidth: Int
    var music: String
    var captions: BenchCaptions

    static let narration = "assets/narration.wav"

    /// Those that `gen_assets.py` makes, which the rivals' recipes take too.
    static func generated(by python: Python, _ recipes: URL, in folder: URL) async throws -> Self {
        let script = recipes.appending(path: "gen_assets.py").path
        let assets = folder.appending(path: "assets")
        if !FileManager.default.fileExists(atPath: assets.appending(path: "bgm.wav").path) {
            _ = try await python.run([script, "assets"], in: folder, log: "gen_assets")
        }
        let text = try String(contentsOf: assets.appending(path: "sub_l.ass"), encoding: .utf8)
        return BenchInputs(
            pictures: (0..<BenchFilm.pictureCount).map { index in
                String(format: "assets/l%02d.", index) + (index % 2 == 0 ? "png" : "jpg")
            },
            logo: "assets/logo.png", logoWidth: 220, music: "assets/bgm.wav",
            captions: BenchCaptions(reading: text))
    }

    /// Those that our own painter makes.
    static func painted(_ canvas: Canvas, in folder: URL) async throws -> Self {
        let painter = PaintedScenes()
        let assets = folder.appending(path: "assets")
        var pictures: [String] = []
        for index in 0..<BenchFilm.pictureCount {
            let name = String(format: "own%02d.png", index)
            try await painter.paint(
                picture(index, canvas.size), to: assets.appending(path: name))
            pictures.append("assets/\(name)")
        }
        let logo = picture(0, PixelSize(width: 110, height: 36))
        try await painter.paint(logo, to: assets.appending(path: "own-logo.png"))
        try BenchSound.writeMusic(to: assets.appending(path: "own-music.wav"))
        return BenchInputs(
            pictures: pictures, logo: "assets/own-logo.png", logoWidth: 110,
            music: "assets/own-music.wav", captions: .own(canvas: canvas))
    }

    private static func picture(_ index: Int, _ size: PixelSize) -> PaintedPicture {
        let families = SceneFamily.allCases
        return PaintedPicture(
            subject: .scene(families[index % families.count]),
            palette: ScenePalette.allCases[index % ScenePalette.allCases.count], size: size,
            seed: UInt64(index))
    }
}

import BatchVideo
import Foundation
import Testing

@testable import Media

@Suite("Writing in pictures", .timeLimit(.minutes(20)))
struct PictureReaderTests {
    private let studio: Studio
    private let reader: PictureReader

    init() throws {
        studio = try Studio()
        reader = try #require(PictureReader(paths: studio.paths), "tesseract is missing; run scripts/setup")
    }

    /// A picture of 1280x720: a bright sky over dark ground, and what `filters` draw on it.
    private func picture(_ name: String, _ filters: String) async throws -> URL {
        let file = studio.file(name)
        try await studio.ffmpeg(
            "-f", "lavfi", "-i",
            "gradients=s=1280x720:c0=#8fb7e8:c1=#2c3e22:x0=0:y0=0:x1=0:y1=719:seed=1:d=1",
            "-vf", filters, "-frames:v", "1", file.path)
        return file
    }

    private func written(_ text: String, size: Int, colour: String = "white") -> String {
        let font = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
        return
            "drawtext=fontfile=\(font):text='\(text)':fontsize=\(size):fontcolor=\(colour):x=(w-tw)/2:y=h*0.4"
    }

    private func read(_ picture: URL) async throws -> [FoundText] {
        try await reader.texts(in: picture, languages: ["chi_sim", "eng"])
    }

    @Test(
        "English and Chinese are read, bright or dark, in PNG and JPEG",
        arguments: [
            ("a.png", "GRAND HOTEL OPENING", 70, "white", "GRANDHOTEL"),
            ("b.jpg", "欢迎光临老城公园", 80, "white", "公园"),
            ("c.png", "Lighthouse Museum", 60, "black", "Lighthouse"),
        ])
    func reads(_ name: String, _ text: String, _ size: Int, _ colour: String, _ wanted: String) async throws {
        let found = try await read(try await picture(name, written(text, size: size, colour: colour)))
        let all = found.map(\.text).joined()
        #expect(all.contains(wanted), "\(all)")
        #expect(found.allSatisfy { (0.7...1).contains($0.confidence) })
    }

    @Test(
        "what only looks like letters is none",
        arguments: [
            "null", "noise=alls=40:allf=t",
            // A wall of lit windows.
            "geq=lum='if(lt(mod(X,40),22)*lt(mod(Y,56),34),40+180*gt(random(1),0.5),30)':cb=128:cr=128",
            "drawgrid=w=90:h=60:t=5:c=black@0.8",
        ])
    func phantoms(_ filters: String) async throws {
        let found = try await read(try await picture("plain.png", filters))
        #expect(TextGate.characters(in: found) <= 2, "\(found.map(\.text))")
    }

    @Test("what is no picture, or lacks a language, is told")
    func faults() async throws {
        let text = studio.file("text.png")
        try Data("hello".utf8).write(to: text)
        await expectError(.media, saying: "text.png") { _ = try await read(text) }
        let good = try await picture("good.png", "null")
        await expectError(.unavailable, saying: "tesseract-ocr-tlh", "setup") {
            _ = try await reader.texts(in: good, languages: ["tlh"])
        }
    }

    @Test("without tesseract there is no reader")
    func missing() {
        #expect(
            PictureReader(paths: studio.paths, environment: ["BATCHVIDEO_TESSERACT": "/nowhere/tesseract"])
                == nil)
    }

    @Test("words too small, too large, unsure or without letters are sifted out")
    func sifting() {
        func row(_ height: Int, _ confidence: Double, _ text: String) -> String {
            "5\t1\t1\t1\t1\t1\t10\t10\t50\t\(height)\t\(confidence)\t\(text)"
        }
        let rows = [
            "level\tpage_num\t...", row(30, 90, "Sunday"), row(8, 96, "tiny"), row(300, 96, "huge"),
            row(30, 80, "unsure"),
            row(30, 96, "||"), row(30, 71, "公园"), row(30, 65, "口日"), row(30, 95, "a1b"),
            row(30, 95, "“2026”"), "5\t1\t1",
        ]
        let found = TesseractTable(rows.joined(separator: "\n")).texts(side: 960)
        #expect(found.map(\.text) == ["Sunday", "公园", "2026"])
        #expect(found.first?.confidence == 0.9)
    }

    @Test("contrast is evened out: a faint letter on dark stands out like a strong one on bright")
    func contrast() throws {
        var pixels = [UInt8](repeating: 20, count: 200 * 100)
        for y in 0..<100 { for x in 100..<200 { pixels[y * 200 + x] = 200 } }
        for y in 45..<55 {
            for x in 45..<50 { pixels[y * 200 + x] = 50 }
        }
        let even = GreyPicture(width: 200, height: 100, pixels: pixels).contrasted()
        #expect(even.pixels[50 * 200 + 47] > 180)
        #expect((100...140).contains(even.pixels[10 * 200 + 10]))
        let again = try #require(GreyPicture(pgm: even.pgm))
        #expect(again == even)
        #expect(even.inverted().inverted() == even)
        #expect(GreyPicture(pgm: Array(even.pgm.dropLast())) == nil)
    }
}

import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

@Suite("Vendors of talking heads")
struct PresenterVendorTests {
    private static func request(
        _ bench: Workbench, isPicture: Bool, avatar: String? = nil, seconds: Double = 1
    ) async throws -> PresenterRequest {
        let speech = bench.file("speech.wav")
        try SampleMedia.wave(seconds: seconds).write(to: speech)
        var source = try bench.picture()
        if !isPicture {
            let video = bench.file("source.mp4")
            try await FFmpegSample.clip.data().write(to: video)
            source = video.path
        }
        return PresenterRequest(
            source: source, isPicture: isPicture, avatar: avatar, speech: speech.path,
            length: MediaTime(ms: Int(seconds * 1000)), size: PixelSize(width: 768, height: 1360), background: "00FF00")
    }

    /// Tests run side by side over the same disks.
    private static func ownSlip() -> CallSlip {
        CallSlip(key: UUID().uuidString.replacing("-", with: "").lowercased())
    }

    private static func takesPicture(_ double: VendorDouble) -> Bool {
        !["human-server", "duix"].contains(double.vendor) && double.settings["app"] != "latentsync"
    }

    @Test("each keeps the contract of vendors", arguments: PresenterDoubles.all)
    func contract(_ double: VendorDouble) async throws {
        try await VendorContract(double: double) { parts, slip, bench, file in
            let presenter = try #require(parts.presenter)
            let request = try await Self.request(bench, isPicture: Self.takesPicture(double))
            return try await presenter.generate(request, slip: slip, to: file).cost
        }.check()
    }

    @Test("what goes through a shared disk is cleared away, also after a failure")
    func disk() async throws {
        let cases: [(VendorDouble, URL, VendorBooks.Fate)] = [
            (PresenterDoubles.humanServer, PresenterDoubles.humanDisk, .done(afterLooks: 1)),
            (PresenterDoubles.humanServerByURL, PresenterDoubles.filesDisk, .done(afterLooks: 1)),
            (PresenterDoubles.duix, PresenterDoubles.duixDisk, .done(afterLooks: 1)),
            (PresenterDoubles.duix, PresenterDoubles.duixDisk, .failed("no face")),
        ]
        for (double, disk, fate) in cases {
            try await Workbench.run { bench in
                let folder = try TemporaryFolder("presenter")
                try await double.run { server, books, settings in
                    books.fate = fate
                    let presenter = try #require(try bench.parts(settings).presenter)
                    let request = try await Self.request(bench, isPicture: false)
                    let slip = Self.ownSlip()
                    _ = await failure {
                        _ = try await presenter.generate(request, slip: slip, to: folder.file("a.mp4"))
                    }
                    let left = try FileManager.default.contentsOfDirectory(atPath: disk.path)
                    #expect(left.filter { $0.hasPrefix(slip.key) } == [])
                    #expect(!server.requests.isEmpty)
                }
            }
        }
    }

    @Test("what a vendor cannot make is refused before anything is sent")
    func refusals() async throws {
        let cases: [(VendorDouble, isPicture: Bool, seconds: Double, words: String)] = [
            (PresenterDoubles.heyGen, false, 1, "not a video"), (PresenterDoubles.duix, true, 1, "not a picture"),
            (PresenterDoubles.did, false, 1, "not a video"), (PresenterDoubles.sadTalker, false, 1, "not a video"),
            (PresenterDoubles.dashScope, true, 21, "at most 20 seconds"),
        ]
        for (double, isPicture, seconds, words) in cases {
            try await Workbench.run { bench in
                try await double.run { server, _, settings in
                    let presenter = try #require(try bench.parts(settings).presenter)
                    let request = try await Self.request(bench, isPicture: isPicture, seconds: seconds)
                    let error = await failure {
                        _ = try await presenter.generate(request, slip: bench.slip(), to: bench.file("a.mp4"))
                    }
                    #expect(error?.code == .invalid)
                    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
                    #expect(server.requests.isEmpty)
                }
            }
        }
    }

    @Test("HeyGen's own figure stands before the colour that is keyed out")
    func avatar() async throws {
        try await Workbench.run { bench in
            try await PresenterDoubles.heyGen.run { server, _, settings in
                let presenter = try #require(try bench.parts(settings).presenter)
                let request = try await Self.request(bench, isPicture: false, avatar: "Anna_public")
                _ = try await presenter.generate(request, slip: bench.slip(), to: bench.file("a.mp4"))
                let scene = try #require(server.requests.first { $0.path == "/v2/video/generate" }).json[
                    "video_inputs"]?.array?.first
                #expect(
                    scene?["character"] == ["type": "avatar", "avatar_id": "Anna_public", "avatar_style": "normal"])
                #expect(scene?["background"] == ["type": "color", "value": "#00FF00"])
                #expect(!server.requests.contains { $0.path == "/v1/talking_photo" })
            }
        }
    }

    @Test("errors inside an answer with status 200 are told in the vendor's words")
    func errorsInside() async throws {
        let cases: [(VendorDouble, VendorReply, VendorFailure.Kind, String)] = [
            (PresenterDoubles.duix, .json(["code": 10003, "success": false, "msg": "服务繁忙"]), .outage, "服务繁忙"),
            (
                PresenterDoubles.heyGen, .json(["code": 400_118, "message": "Insufficient credit"]), .quota,
                "Insufficient credit"
            ),
            (
                PresenterDoubles.did, .json(["kind": "InsufficientCreditsError", "description": "not enough credits"]),
                .quota, "not enough credits"
            ),
            (PresenterDoubles.humanServer, .json(["error": "CUDA out of memory"]), .outage, "CUDA out of memory"),
        ]
        for (double, reply, kind, words) in cases {
            try await Workbench.run { bench in
                try await double.run { server, _, settings in
                    server.fail(.instead(reply))
                    let presenter = try #require(try bench.parts(settings.merging(["tries": 1]) { $1 }).presenter)
                    let request = try await Self.request(bench, isPicture: Self.takesPicture(double))
                    let error = await failure {
                        _ = try await presenter.generate(request, slip: Self.ownSlip(), to: bench.file("a.mp4"))
                    }
                    #expect(error?.kind == kind, "\(double.vendor): \(error?.message ?? "nothing")")
                    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
                }
            }
        }
    }

    @Test(
        "settings that cannot work are refused with their key",
        arguments: [
            (["vendor": "duix", "folder": "/nowhere/at/all"], "providers.shop.folder must be a folder"),
            (["vendor": "gradio", "url": "http://127.0.0.1:7860"], "providers.shop.api is missing"),
            (
                ["vendor": "gradio", "url": "http://127.0.0.1:7860", "api": "go", "arguments": ["%audio%"]],
                "providers.shop.arguments must hold"
            ),
            (["vendor": "dashscope", "presenterModel": "qwen-max"], "providers.shop.presenterModel must be an s2v"),
        ] as [([String: JSONValue], String)])
    func settings(_ values: [String: JSONValue], _ words: String) async throws {
        try await Workbench.run { bench in
            let error = await failure { _ = try bench.parts(values) }
            #expect(error?.code == .invalid)
            #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        }
    }

    @Test("events of a stream are read whatever its line ends and fields")
    func events() {
        let stream =
            ": hi\r\n\r\nevent: generating\r\ndata: [1]\r\n\r\nevent:complete\ndata: [\ndata: 2]\nid: 4\n\nevent: heartbeat\n\n"
        #expect(
            ServerEvent.all(in: Data(stream.utf8)) == [
                ServerEvent(name: "generating", data: [1]), ServerEvent(name: "complete", data: [2]),
                ServerEvent(name: "heartbeat", data: .null),
            ])
    }

    /// `BATCHVIDEO_GRADIO=http://127.0.0.1:7860`: a real gradio server with LatentSync's function, which
    /// copies the video and fails at 13 steps.
    @Test(
        "a real gradio server is understood",
        .enabled(if: ProcessInfo.processInfo.environment["BATCHVIDEO_GRADIO"] != nil))
    func realGradio() async throws {
        let url = try #require(ProcessInfo.processInfo.environment["BATCHVIDEO_GRADIO"])
        try await Workbench.run { bench in
            let settings: [String: JSONValue] = ["vendor": "gradio", "url": .string(url), "app": "latentsync"]
            let request = try await Self.request(bench, isPicture: false)
            let presenter = try #require(try bench.parts(settings).presenter)
            _ = try await presenter.generate(request, slip: bench.slip(), to: bench.file("a.mp4"))
            let (given, source) = (
                try Data(contentsOf: bench.file("a.mp4")), try Data(contentsOf: URL(filePath: request.source))
            )
            #expect(given == source)

            let failing = settings.merging(["arguments": ["%video%", "%audio%", 2, 13, "%seed%"]]) { $1 }
            let broken = try #require(try bench.parts(failing).presenter)
            let error = await failure {
                _ = try await broken.generate(request, slip: bench.slip(), to: bench.file("b.mp4"))
            }
            #expect(error?.kind == .outage)
            #expect(error?.message.contains("no face was found") == true, "\(error?.message ?? "")")

            let lost = await failure {
                _ = try await presenter.generate(request, slip: bench.slip(task: "0123456789"), to: bench.file("c.mp4"))
            }
            #expect(lost?.kind == .unknownEnd, "\(lost?.message ?? "")")
        }
    }
}

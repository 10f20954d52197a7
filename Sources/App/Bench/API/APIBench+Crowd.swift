import Artwork
import BatchVideo
import Foundation

/// Many uploads at once while many listen.
extension APIBench {
    private static let patience = Duration.seconds(120)

    func crowd() async throws -> [Figure] {
        let names = (0..<(sizes.listeners + APIBenchSizes.listenersPerUser - 1) / APIBenchSizes.listenersPerUser)
            .map { "listener-\($0)" }
        for name in names { try await installation.addUser(name) }
        let picture = try await picture()
        return try await installation.serving(slots: 0) { server in
            let uploader = try await server.login(Self.user)
            var clients: [BenchClient] = []
            for name in names { clients.append(try await server.login(name)) }
            return try await crowd(uploader, clients, picture)
        }
    }

    private func crowd(
        _ uploader: BenchClient, _ users: [BenchClient], _ picture: Data
    ) async throws -> [Figure] {
        let audience = Audience(count: sizes.listeners)
        let listeners = (0..<sizes.listeners).map { seat in
            Listener(users[seat % users.count].request("GET", "/api/v1/events"), audience, seat: seat)
        }
        let stop = StopFlag()
        async let listening = SocketDriver(port: uploader.port).run(
            listeners, limit: .seconds(3_600), until: stop)
        let connected = try await audience.wait(hearing: 0, of: sizes.listeners, atMost: Self.patience)

        let requests = uploads(picture, by: uploader)
        async let uploading = SocketDriver(port: uploader.port).run(requests, limit: Self.patience)
        try await tell(users)
        let answers = try await uploading
        let taken = answers.count { $0.answer.status == 200 && $0.seconds != nil }
        let kept = try await uploader.get("/files?page_size=1")["total"]?.int ?? 0

        let began = ContinuousClock.now
        try await tell(users)
        let heard = try await audience.wait(hearing: 2, of: sizes.listeners, atMost: Self.patience)
        let wait = (ContinuousClock.now - began) / .seconds(1)
        stop.raise()
        _ = try await listening
        let size = "\(sizes.uploadBytes / 1_000) kB"
        return [
            Figure(
                "uploads of \(size) at once, stored", Double(min(taken, kept)), "of \(sizes.uploads)",
                target: .exactly(Double(sizes.uploads)),
                note: answers.compactMap(\.failure).first ?? "\(connected) listeners connected"),
            Figure("until the last was answered", answers.compactMap(\.seconds).max(), "s"),
            Figure(
                "listeners that stayed and heard everything", Double(heard), "of \(sizes.listeners)",
                target: .exactly(Double(sizes.listeners)),
                note: "of \(users.count) users; the last heard after \(wait.short) s"),
        ]
    }

    /// Something happens to every listener.
    private func tell(_ users: [BenchClient]) async throws {
        for user in users {
            _ = try await user.ask("POST", "/jobs", ["title": "Heard", "content": "The lamp is lit."])
        }
    }

    /// No two are the same file.
    private func uploads(_ picture: Data, by client: BenchClient) -> [SingleRequest] {
        (0..<sizes.uploads).map { index in
            let mark = Data("\(index)".utf8)
            let padding = Data(count: max(0, sizes.uploadBytes - picture.count - mark.count))
            let form = HTTPText.form(file: picture + padding + mark, name: "picture-\(index).png")
            return SingleRequest(
                client.request("POST", "/api/v1/utils/upload?typ=media", ["Content-Type": form.type], form.body))
        }
    }

    private func picture() async throws -> Data {
        let file = folder.appending(path: "upload.png")
        try await PaintedScenes().paint(
            PaintedPicture(
                subject: .scene(SceneFamily.allCases[0]), palette: ScenePalette.allCases[0],
                size: PixelSize(width: 320, height: 180), seed: 1), to: file)
        return try Data(contentsOf: file)
    }
}

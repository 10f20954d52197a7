internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// What happens, as it happens: the same messages over server-sent events and over a WebSocket.
struct LiveRoutes: Sendable {
    let parts: ServerParts

    private static let query = [
        Parameter("job_id", .id, "Only events of this job"),
        Parameter("last_event_id", .integer(0...Schema.safeIntegers.upperBound), "Replay what came after"),
    ]

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/events", .listener, "live",
                "Server-sent events; Last-Event-ID replays what was missed", query: Self.query,
                headers: [
                    Parameter(
                        "Last-Event-ID", .integer(0...Schema.safeIntegers.upperBound),
                        "Replay what came after")
                ],
                answer: .content("text/event-stream", "Events, one JSON object each"),
                faults: [404, 429], run: serverSentEvents),
            Endpoint(
                .get, "/ws", .listener, "live", "The same messages over a WebSocket",
                query: Self.query, answer: .nothing(101, "The connection is a WebSocket now"),
                faults: [404, 426, 429], run: webSocket),
        ]
    }

    private func stream(_ call: Call) async throws -> EventStream {
        let caller = try call.user
        let jobID = call.query["job_id"]?.int
        if let jobID { _ = try await parts.ports.stores.jobs.find(jobID, owner: caller.owner) }
        let header = call.request.headers[.lastEventID].flatMap { Int($0) }
        return EventStream(
            parts: parts, caller: caller, jobID: jobID,
            last: header ?? call.query["last_event_id"]?.int)
    }

    private func serverSentEvents(_ call: Call) async throws -> Reply {
        let stream = try await stream(call)
        let headers: HTTPFields = [
            .contentType: "text/event-stream", .cacheControl: "no-cache, no-transform",
            .accelBuffering: "no",
        ]
        guard call.request.method != .head else {
            return .response(Response(status: .ok, headers: headers))
        }
        try parts.live.admit(stream.caller.userID, limit: parts.settings.listenersPerUser)
        let live = parts.live
        let writing = Stall(of: call.context.channel)
        let body = ResponseBody { writer in
            live.enter(stream.caller.userID)
            defer { live.leave(stream.caller.userID) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await writing.watch() }
                var stream = stream
                var preface = "retry: 2000\n"
                while let message = try await stream.next() {
                    writing.begin()
                    try await writer.write(ByteBuffer(string: preface + Self.text(message)))
                    writing.end()
                    preface = ""
                }
                group.cancelAll()
            }
            try await writer.finish(nil)
        }
        return .response(Response(status: .ok, headers: headers, body: body))
    }

    private static func text(_ message: EventStream.Message) -> String {
        switch message {
        case .hello(let json, let id): "id: \(id)\nevent: hello\ndata: \(json.text)\n\n"
        case .event(let json, let id, let kind):
            "id: \(id)\nevent: \(kind)\ndata: \(json.text)\n\n"
        case .alive: ": alive\n\n"
        }
    }

    private func webSocket(_ call: Call) async throws -> Reply {
        if call.request.headers[.origin] != nil, !parts.gate.isOurs(call.request) {
            throw Refusal(.forbidden, "forbidden", "this page may not connect; open it anew")
        }
        let stream = try await stream(call)
        let user = stream.caller.userID
        let live = parts.live
        try live.admit(user, limit: parts.settings.listenersPerUser)
        let response = try WebSocketUpgrade.response(
            to: call.request, over: call.context.channel
        ) { sender in
            live.enter(user)
            defer { live.leave(user) }
            var stream = stream
            while let message = try await stream.next() {
                switch message {
                case .hello(let json, _), .event(let json, _, _): await sender.send(json.text)
                case .alive: break
                }
            }
        }
        return .response(response)
    }
}

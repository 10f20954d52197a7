import BatchVideo
import Foundation

extension HTTPCaller {
    /// Opens a WebSocket, talks over it and closes it: as often, with which key and until when as for any
    /// other call. A talk that ends before `body` does is a call whose end nobody knows.
    ///
    /// - Parameter order: made anew for each attempt.
    /// - Parameter refusal: as for `send`, of an answer to the handshake that is no 101.
    func talk<Output: Sendable>(
        _ order: @escaping @Sendable () throws -> WebSocketOrder, isRepeatable: Bool,
        refusal: @escaping @Sendable (HTTPAnswer) -> VendorFailure.Kind? = { _ in nil },
        _ body: @escaping @Sendable (WebSocketTalk) async throws -> Output
    ) async throws -> Output {
        var output: Output?
        var duty = Duty(HTTPOrder("POST", URL(filePath: "/")))
        duty.isRepeatable = isRepeatable
        _ = try await trying(duty) { key in
            let wanted = try order()
            var signed = HTTPOrder("GET", wanted.url, headers: wanted.headers)
            try sign(&signed, with: key)
            let ready = signed
            let (answer, said) = try await lane.use {
                try await minute?.pass()
                var said: Output?
                let answer = try await witnessed(ready) {
                    var socket = wanted
                    (socket.url, socket.headers) = (ready.address, ready.headers)
                    switch try await open(socket, body) {
                    case .talked(let output, let summary):
                        said = output
                        return HTTPAnswer(
                            status: 101, headers: ["content-type": "text/plain"], body: Data(summary.utf8))
                    case .refused(let answer): return answer
                    }
                }
                return (answer, said)
            }
            output = said
            guard said == nil else { return (HTTPAnswer(status: 200, headers: [:], body: Data()), nil) }
            // A good answer that opens nothing is none.
            return (answer, answer.status < 400 ? .outage : refusal(answer))
        }
        guard let output else { throw failure(.outage, "it did not talk") }
        return output
    }

    private enum Talk<Output: Sendable>: Sendable {
        case talked(Output, summary: String)
        case refused(HTTPAnswer)
    }

    /// The vendor's own host is let through, as configured; it is resolved once and connected to as checked.
    private func open<Output: Sendable>(
        _ order: WebSocketOrder, _ body: @escaping @Sendable (WebSocketTalk) async throws -> Output
    ) async throws -> Talk<Output> {
        var allowed = guards
        if let host = order.url.host()?.lowercased() { allowed.allowed.insert(host) }
        do {
            let outcome = try await WebSocketTransport.run(order, guards: allowed, timeout: limits.timeout) {
                talk in
                (try await body(talk), talk.summary)
            }
            switch outcome {
            case .talked(let (output, summary)): return .talked(output, summary: summary)
            case .refused(let answer): return .refused(answer)
            }
        } catch let error as BatchVideoError where error.code == .unavailable && error.vendorFailure == nil {
            throw HTTPTransport.Failure.notSent(error.message)
        }
    }
}

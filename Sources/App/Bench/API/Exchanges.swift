import BatchVideo
import Foundation
import Synchronization

/// One request and its answer.
struct SingleRequest: Exchange {
    let request: [UInt8]
    private(set) var answer = HTTPAnswer()
    /// From opening the connection to the answer's last byte; nil when it never came whole.
    private(set) var seconds: Double?
    private(set) var failure: String?
    private var began = ContinuousClock.now

    init(_ request: [UInt8]) { self.request = request }

    mutating func begin() -> [UInt8] {
        began = .now
        return request
    }

    mutating func take(_ bytes: UnsafeRawBufferPointer) -> ExchangeStep {
        guard answer.take(bytes) else { return .more }
        seconds = (ContinuousClock.now - began) / .seconds(1)
        return .done
    }

    mutating func lost(_ reason: String?) { failure = reason ?? "the server closed the connection" }
}

/// The same request again and again over one connection that is kept open.
struct RepeatedRequest: Exchange {
    let request: [UInt8]
    private var remaining: Int
    private(set) var answeredCount = 0
    /// The first thing that was no 200.
    private(set) var failure: String?
    private var answer = HTTPAnswer()

    /// `count` requests, or as many as the driver gives time for.
    init(_ request: [UInt8], count: Int = .max) {
        self.request = request
        remaining = count
    }

    mutating func begin() -> [UInt8] { request }

    mutating func take(_ bytes: UnsafeRawBufferPointer) -> ExchangeStep {
        guard answer.take(bytes) else { return .more }
        guard answer.status == 200 else {
            failure = "the server answered \(answer.status)"
            return .done
        }
        answer.clear()
        answeredCount += 1
        remaining -= 1
        return remaining > 0 ? .send(request) : .done
    }

    mutating func lost(_ reason: String?) { failure = reason ?? "the server closed the connection" }
}

/// A listener of live events, who tells an audience what was heard.
struct Listener: Exchange {
    let request: [UInt8]
    let audience: Audience
    let seat: Int
    private var heard: [UInt8] = []

    init(_ request: [UInt8], _ audience: Audience, seat: Int) {
        self.request = request
        self.audience = audience
        self.seat = seat
    }

    mutating func begin() -> [UInt8] { request }

    mutating func take(_ bytes: UnsafeRawBufferPointer) -> ExchangeStep {
        heard.append(contentsOf: bytes)
        // Small: a handful of events each.
        let text = String(decoding: heard, as: UTF8.self)
        audience.note(
            seat, isListening: text.hasPrefix("HTTP/1.1 200") && text.contains("event: hello"),
            eventCount: text.components(separatedBy: "event: job.created\n").count - 1)
        return .more
    }

    mutating func lost(_ reason: String?) { audience.note(seat, isListening: false, eventCount: 0) }
}

/// What listeners heard so far.
final class Audience: Sendable {
    private struct Seat { var isListening = false, eventCount = 0 }
    private let seats: Mutex<[Seat]>

    init(count: Int) { seats = Mutex(Array(repeating: Seat(), count: count)) }

    func note(_ seat: Int, isListening: Bool, eventCount: Int) {
        seats.withLock { $0[seat] = Seat(isListening: isListening, eventCount: eventCount) }
    }

    /// Listeners that are connected and have heard at least so many events.
    func count(hearing events: Int) -> Int {
        seats.withLock { $0.count { $0.isListening && $0.eventCount >= events } }
    }

    /// Waits until all have heard so many events, or `limit` has passed; returns how many have.
    func wait(hearing events: Int, of all: Int, atMost limit: Duration) async throws -> Int {
        let deadline = ContinuousClock.now + limit
        while count(hearing: events) < all, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(10))
        }
        return count(hearing: events)
    }
}

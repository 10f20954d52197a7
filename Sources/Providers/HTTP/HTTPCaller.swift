package import BatchVideo
package import Foundation

/// Calls to one configured vendor: how many, how often, how long, with which key, again when that
/// can help, and not at all while it is down. What goes wrong is thrown as `VendorFailure.error`.
package struct HTTPCaller: Sendable {
    package struct Limits: Sendable {
        package var atOnce = 4
        package var perMinute: Int?
        package var timeout = Duration.seconds(300)
        package var taskTime = Duration.seconds(1800)
        package var tries = 4

        package init() {}
    }

    package let vendor: String
    let limits: Limits
    let clock: VendorClock
    package let breaker = CircuitBreaker()
    private let transport: HTTPTransport
    private let keys: KeyPool
    private let place: HTTPKeyPlace
    let lane: Lane
    let minute: MinuteLimit?
    let guards: AddressGuard
    private let witness: (@Sendable (HTTPExchange) -> Void)?
    private let meter: any Meter

    package init(
        vendor: String, transport: HTTPTransport, limits: Limits, keys: [String], place: HTTPKeyPlace,
        guards: AddressGuard, clock: VendorClock,
        witness: (@Sendable (HTTPExchange) -> Void)? = nil, meter: any Meter = SilentMeter()
    ) {
        self.witness = witness
        self.meter = meter
        self.vendor = vendor
        self.limits = limits
        self.clock = clock
        self.transport = transport
        self.keys = KeyPool(keys)
        self.place = place
        self.guards = guards
        lane = Lane(capacity: limits.atOnce)
        minute = limits.perMinute.map { MinuteLimit($0, clock: clock) }
    }

    package func failure(
        _ kind: VendorFailure.Kind, _ words: String, answer: HTTPAnswer? = nil, isUnpaid: Bool = false
    ) -> BatchVideoError {
        VendorFailure(
            kind, vendor: vendor, words: keys.redacting(words), status: answer?.status,
            requestID: answer?.requestID, retryAfter: answer?.retryAfter(now: Date()), isUnpaid: isUnpaid
        ).error
    }

    /// An answer with a status of 200 to 299, or 3xx; everything else is thrown.
    ///
    /// - Parameter refusal: whether an answer that tells an error is a refusal of the content, and
    ///   of which kind else; nil: by its status.
    package func send(
        _ order: HTTPOrder,
        refusal: @Sendable (HTTPAnswer) -> VendorFailure.Kind? = { _ in nil }
    ) async throws -> HTTPAnswer {
        try await trying(Duty(order)) { key in
            var signed = order
            try sign(&signed, with: key)
            let ready = signed
            let answer = try await lane.use {
                try await minute?.pass()
                return try await witnessed(ready) {
                    try await transport.send(ready, timeout: order.timeout ?? limits.timeout)
                }
            }
            return (answer, refusal(answer))
        }
    }

    /// The same with a JSON answer.
    package func json(
        _ order: HTTPOrder,
        refusal: @Sendable (HTTPAnswer) -> VendorFailure.Kind? = { _ in nil }
    ) async throws -> JSONValue {
        let answer = try await send(order, refusal: refusal)
        guard let json = answer.json else {
            throw failure(.outage, "the answer is no JSON: \(answer.words)", answer: answer)
        }
        return json
    }

    /// Fetches a result from an address that the vendor gave; its own host is let through.
    ///
    /// - Parameter withKey: sends the key too, to the vendor's own host only.
    package func download(
        _ url: URL, to file: URL, withKey: Bool = false, base: URL? = nil, maxBytes: Int = 2 << 30,
        timeout: Duration? = nil
    ) async throws {
        var guards = guards
        if let host = base?.host()?.lowercased() { guards.allowed.insert(host) }
        let allowed = guards
        let isOwn = withKey && base.map { url.hasOrigin(of: $0) } == true
        let answer = try await trying(.fetching) { key in
            var order = HTTPOrder("GET", url)
            if isOwn { try sign(&order, with: key) }
            let ready = order
            let answer = try await lane.use {
                try await witnessed(ready) {
                    try await transport.download(
                        ready.address, headers: ready.headers, to: file, maxBytes: maxBytes,
                        timeout: timeout ?? limits.timeout, guards: allowed)
                }
            }
            return (answer, nil)
        }
        if [403, 404, 410].contains(answer.status) {
            throw failure(.unknownEnd, "its result can no longer be fetched (status \(answer.status))", answer: answer)
        }
        guard (200..<300).contains(answer.status) else {
            throw failure(.outage, "its result cannot be fetched (status \(answer.status))", answer: answer)
        }
    }

    func witnessed(
        _ order: HTTPOrder, _ call: () async throws -> HTTPAnswer
    ) async throws -> HTTPAnswer {
        let start = ContinuousClock.now
        do {
            let answer = try await seen(order, call)
            meter.vendorRequest(vendor, status: answer.status, seconds: (ContinuousClock.now - start).inSeconds)
            return answer
        } catch {
            if !(error is CancellationError) {
                meter.vendorRequest(vendor, status: nil, seconds: (ContinuousClock.now - start).inSeconds)
            }
            throw error
        }
    }

    private func seen(
        _ order: HTTPOrder, _ call: () async throws -> HTTPAnswer
    ) async throws -> HTTPAnswer {
        guard let witness else { return try await call() }
        let begun = clock.now()
        let content = order.content()
        var seen = HTTPExchange(
            method: order.method, url: keys.redacting(order.address.absoluteString),
            headers: Dictionary(
                order.headers.map {
                    ($0.0, $0.0.lowercased() == "authorization" ? "[key]" : keys.redacting($0.1))
                }, uniquingKeysWith: { $1 }),
            body: keys.redacting(HTTPExchange.text(content?.bytes, type: content?.type)), status: nil,
            answerType: nil, answer: "", milliseconds: 0)
        do {
            let answer = try await call()
            seen.status = answer.status
            seen.answerType = answer.type
            seen.answer = keys.redacting(HTTPExchange.text(answer.body, type: answer.type))
            seen.milliseconds = Int((clock.now() - begun) / .milliseconds(1))
            witness(seen)
            return answer
        } catch {
            seen.answer = (error as? HTTPTransport.Failure)?.words ?? "nothing came back"
            seen.milliseconds = Int((clock.now() - begun) / .milliseconds(1))
            witness(seen)
            throw error
        }
    }

    func sign(_ order: inout HTTPOrder, with key: String?) throws {
        guard let key, order.carriesKey else { return }
        switch place {
        case .none: break
        case .bearer: order.headers.append(("Authorization", "Bearer \(key)"))
        case .scheme(let scheme): order.headers.append(("Authorization", "\(scheme) \(key)"))
        case .header(let name): order.headers.append((name, key))
        case .query(let name): order.query.append((name, key))
        case .made(let make): try make(key, &order)
        }
    }

    /// What a request is for, which decides what its failure means.
    struct Duty {
        var isRepeatable: Bool
        /// It asks for work: when the vendor says that it did not do it, nothing was charged.
        var isWork: Bool
        /// What is gone may be answered to the caller.
        var isFetch = false

        init(_ order: HTTPOrder) {
            isRepeatable = order.isRepeatable
            isWork = !["GET", "HEAD"].contains(order.method)
        }

        static let fetching: Duty = {
            var duty = Duty(HTTPOrder("GET", URL(filePath: "/")))
            duty.isFetch = true
            return duty
        }()
    }

    /// Longest that a vendor may ask to wait before the next attempt; what takes longer is for
    /// another vendor, or for a later run.
    private static let longestWait = Duration.seconds(90)

    /// Tries until it succeeds, cannot, or has been tried often enough.
    func trying(
        _ duty: Duty, _ call: (_ key: String?) async throws -> (HTTPAnswer, VendorFailure.Kind?)
    ) async throws -> HTTPAnswer {
        var attempt = 1
        while true {
            try Task.checkCancellation()
            if let wait = breaker.admit(at: clock.now()) {
                throw VendorFailure(
                    .outage, vendor: vendor, words: "it failed again and again and is left alone for a while",
                    retryAfter: wait, isUnpaid: duty.isWork
                ).error
            }
            let key = try takeKey(duty)
            let outcome: Outcome
            do {
                let (answer, told) = try await call(key)
                outcome = judge(answer, told, key, duty)
            } catch let failure as HTTPTransport.Failure {
                outcome = judge(failure, duty)
            } catch {
                breaker.forget()
                throw error
            }
            switch outcome {
            case .good(let answer): return answer
            case .bad(let error): throw error
            case .again(let error, let wait):
                guard attempt < limits.tries, wait ?? .zero <= Self.longestWait else { throw error }
                try await clock.sleep(wait ?? Self.pause(after: attempt))
                attempt += 1
            case .otherKey: break
            }
        }
    }

    private enum Outcome {
        case good(HTTPAnswer)
        case bad(BatchVideoError)
        case again(BatchVideoError, after: Duration?)
        case otherKey
    }

    /// 1, 2, 4 ... 30 s, half of it by chance.
    private static func pause(after attempt: Int) -> Duration {
        let full = min(30, Double(1 << min(5, attempt - 1)))
        return .seconds(full / 2 + Double.random(in: 0...full / 2))
    }

    private func takeKey(_ duty: Duty) throws -> String? {
        switch keys.take(at: clock.now()) {
        case .none: return nil
        case .key(let key): return key
        case .resting(let wait):
            breaker.forget()
            throw VendorFailure(
                .quota, vendor: vendor, words: "all keys have used up what they may", retryAfter: wait,
                isUnpaid: duty.isWork
            ).error
        case .allRefused:
            breaker.forget()
            throw failure(.misuse, "it refused the key", isUnpaid: duty.isWork)
        }
    }

    private func judge(
        _ answer: HTTPAnswer, _ told: VendorFailure.Kind?, _ key: String?, _ duty: Duty
    ) -> Outcome {
        let now = clock.now()
        let wait = answer.retryAfter(now: Date())
        func error(_ kind: VendorFailure.Kind) -> BatchVideoError {
            failure(
                kind, answer.words.isEmpty ? "status \(answer.status)" : answer.words, answer: answer,
                isUnpaid: duty.isWork && kind != .unknownEnd)
        }
        if let kind = told {
            breaker.note(isGood: kind != .outage, at: now)
            return kind == .quota && duty.isRepeatable ? .again(error(kind), after: wait) : .bad(error(kind))
        }
        switch answer.status {
        case 200..<400:
            breaker.note(isGood: true, at: now)
            return .good(answer)
        case 403, 404, 410:
            breaker.forget()
            if duty.isFetch { return .good(answer) }
            if answer.status == 403, let key, keys.count > 1, keys.refuse(key) { return .otherKey }
            return .bad(error(.misuse))
        case 401:
            breaker.forget()
            if let key, keys.count > 1, keys.refuse(key) { return .otherKey }
            return .bad(error(.misuse))
        case 402:
            breaker.forget()
            return .bad(error(.quota))
        case 429:
            breaker.forget()
            if let key, keys.count > 1 {
                keys.rest(key, until: now + (wait ?? .seconds(60)))
                if keys.hasReady(at: now) { return .otherKey }
            }
            return .again(error(.quota), after: wait)
        case 500, 503:
            breaker.note(isGood: false, at: now)
            return .again(error(.outage), after: wait)
        case 408, 425, 502, 504:
            // What stands before the vendor gave up waiting: the vendor may have gone on.
            breaker.note(isGood: false, at: now)
            return duty.isRepeatable ? .again(error(.outage), after: wait) : .bad(error(.unknownEnd))
        case 501, 505...:
            breaker.note(isGood: false, at: now)
            return .bad(error(.outage))
        default:
            breaker.forget()
            return .bad(error(.misuse))
        }
    }

    private func judge(_ failure: HTTPTransport.Failure, _ duty: Duty) -> Outcome {
        breaker.note(isGood: false, at: clock.now())
        let outage = self.failure(.outage, failure.words)
        switch failure {
        case .notSent:
            return .again(self.failure(.outage, failure.words, isUnpaid: duty.isWork), after: nil)
        case .tooLarge: return .bad(outage)
        case .late, .broken:
            return duty.isRepeatable ? .again(outage, after: nil) : .bad(self.failure(.unknownEnd, failure.words))
        }
    }
}

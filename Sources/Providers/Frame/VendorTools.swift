package import BatchVideo
package import Foundation

/// What the rest of the program gives to vendors.
package struct VendorTools: Sendable {
    package enum Medium: String, Sendable { case sound, picture, video }

    /// What a file of a user's library is.
    package struct Measured: Sendable, Equatable {
        package var isPicture: Bool
        /// 0 for pictures.
        package var length: MediaTime
        /// As shown.
        package var size: PixelSize

        package init(isPicture: Bool, length: MediaTime, size: PixelSize) {
            self.isPicture = isPicture
            self.length = length
            self.size = size
        }
    }

    package var transport: HTTPTransport
    package var clock: VendorClock
    /// Decodes a file to see that it is what it should be; throws `.media` else.
    package var check: @Sendable (URL, Medium) async throws -> Void
    /// Decodes a picture or video and measures it; throws `.media` for what is neither.
    package var measure: @Sendable (URL) async throws -> Measured
    /// Finds writing in a picture; nil where no program for that is installed.
    package var read: (@Sendable (_ picture: URL, _ languages: [String]) async throws -> [FoundText])?
    /// Where vendors keep what outlives the process, such as the index of a library.
    package var folder: URL
    /// The time of day, for what is kept for so many hours.
    package var date: @Sendable () -> Date = { Date() }
    /// Hears a line that a person should read.
    package var warn: @Sendable (String) -> Void = { _ in }
    /// Hears of every request and its answer.
    package var witness: (@Sendable (HTTPExchange) -> Void)?
    package var meter: any Meter = SilentMeter()

    package init(
        transport: HTTPTransport, clock: VendorClock = .continuous, folder: URL,
        check: @escaping @Sendable (URL, Medium) async throws -> Void,
        measure: @escaping @Sendable (URL) async throws -> Measured
    ) {
        self.transport = transport
        self.clock = clock
        self.folder = folder
        self.check = check
        self.measure = measure
    }

    /// The vendor's calls, by the settings that all vendors have.
    package func caller(_ settings: VendorSettings, key place: HTTPKeyPlace) throws -> HTTPCaller {
        var limits = HTTPCaller.Limits()
        limits.atOnce = try settings.int("atOnce", in: 1...64, or: 4)
        limits.perMinute = try settings.optionalInt("perMinute", in: 1...100_000)
        limits.timeout = .seconds(try settings.int("timeoutSeconds", in: 1...3600, or: 300))
        limits.taskTime = .seconds(60 * (try settings.int("taskMinutes", in: 1...600, or: 30)))
        limits.tries = try settings.int("tries", in: 1...10, or: 4)
        return HTTPCaller(
            vendor: settings.name, transport: transport, limits: limits, keys: try settings.texts("key"),
            place: place,
            guards: AddressGuard(
                allowed: Set(try settings.texts("allowHosts")), setting: "providers.\(settings.name).allowHosts"),
            clock: clock, witness: witness, meter: meter)
    }

    /// Puts what a vendor gave at `file` when it is what it should be.
    ///
    /// Throws an `.outage` with the beginning of the text when it is something else, which some
    /// vendors answer with status 200.
    package func accept(
        _ bytes: Data, as medium: Medium, from caller: HTTPCaller, to file: URL
    ) async throws {
        guard bytes.count > 64 else {
            throw caller.failure(.outage, "it gave no \(medium.rawValue) but \(bytes.count) bytes")
        }
        let part = file.appendingPathExtension("part")
        defer { try? FileManager.default.removeItem(at: part) }
        try WholeFile.write(bytes, to: part)
        try await accept(part, as: medium, from: caller)
        guard rename(part.path, file.path) == 0 else {
            throw BatchVideoError(.unwritable, "cannot write \(file.path); is the disk full?")
        }
    }

    /// The same for a file that was downloaded; it is removed when it is of no use.
    package func accept(_ file: URL, as medium: Medium, from caller: HTTPCaller) async throws {
        do {
            try await check(file, medium)
        } catch let error as BatchVideoError where error.code == .media {
            try? FileManager.default.removeItem(at: file)
            throw caller.failure(.outage, "what it gave is no usable \(medium.rawValue): \(error.message)")
        }
    }
}

extension VendorSettings {
    /// A part's `version`: its vendor and every setting that changes what it gives.
    package func version(_ vendor: String, _ revision: Int = 1) -> String {
        "\(vendor).\(revision)-"
            + fingerprint(leaving: [
                "key", "token", "atOnce", "perMinute", "timeoutSeconds", "taskMinutes", "tries", "price",
                "clipPrice", "conversionPrice", "currency", "allowHosts",
            ])
    }

    /// The terms of a part whose unit costs `price`.
    package func terms(_ key: String = "price", knowsRepeats: Bool = false) throws -> CallTerms {
        CallTerms(unitCost: try price(key), knowsRepeats: try flag("knowsRepeats", or: knowsRepeats))
    }
}

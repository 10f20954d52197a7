internal import BatchVideo
internal import Crypto
internal import CryptoExtras
internal import Foundation
internal import NIOPosix
internal import Synchronization

/// Hashes and checks passwords with scrypt, kept as PHC strings so that algorithm and cost can change.
///
/// Work runs on threads of its own: it takes a tenth of a second and must not hold up the event loops.
package final class Passwords: Sendable {
    /// scrypt's N is 2^logN; 16 takes 0.2 s and 64 MB in a release build.
    package struct Cost: Sendable, Hashable {
        package var logN: Int
        package var blockSize = 8
        package var parallelism = 1

        package init(logN: Int = 16) { self.logN = logN }
    }

    /// Each waiting one holds its caller's connection; more than this are refused.
    private static let longestQueue = 64
    private static let highestLogN = 18

    private let cost: Cost
    private let threads: NIOThreadPool
    private let waiting = Mutex(0)
    /// Checked for users that do not exist, so that they take as long as others.
    private let decoy: String

    package init(cost: Cost = Cost()) {
        self.cost = cost
        threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        let nothing = Data(repeating: 0, count: 32)
        decoy = Self.text(cost, salt: nothing.prefix(16), hash: nothing)
    }

    deinit { threads.shutdownGracefully { _ in } }

    package func hash(_ password: String) async throws -> String {
        let salt = Data(SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) })
        let cost = cost
        return try await run {
            Self.text(cost, salt: salt, hash: try Self.derive(password, salt, cost))
        }
    }

    /// Whether the password is the user's; false after the same work when there is no such user.
    package func matches(_ password: String, _ stored: String?) async throws -> Bool {
        let known = stored.flatMap(Self.parse)
        guard let parts = known ?? Self.parse(decoy) else { return false }
        let isRight = try await run {
            let hash = try Self.derive(password, parts.salt, parts.cost)
            return Self.areEqual(hash, parts.hash)
        }
        return isRight && known != nil
    }

    private func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        let isAccepted = waiting.withLock { count in
            guard count < Self.longestQueue else { return false }
            count += 1
            return true
        }
        guard isAccepted else {
            throw BatchVideoError(
                .limited, "too many people log in at once; try again in a few seconds",
                retry: .after(.seconds(5)))
        }
        defer { waiting.withLock { $0 -= 1 } }
        return try await threads.runIfActive(work)
    }

    private static func derive(_ password: String, _ salt: Data, _ cost: Cost) throws -> Data {
        // The same password typed on another system must give the same bytes.
        let bytes = Data(password.precomposedStringWithCanonicalMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: 32, rounds: 1 << cost.logN,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Data($0) }
    }

    /// In constant time.
    private static func areEqual(_ one: Data, _ other: Data) -> Bool {
        one.count == other.count
            && zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Passwords {
    private struct Parts: Sendable {
        var cost: Cost
        var salt: Data
        var hash: Data
    }

    private static func text(_ cost: Cost, salt: Data, hash: Data) -> String {
        let parameters = "ln=\(cost.logN),r=\(cost.blockSize),p=\(cost.parallelism)"
        let texts = [salt, hash].map { $0.base64EncodedString().trimming("=") }
        return "$scrypt$\(parameters)$\(texts[0])$\(texts[1])"
    }

    /// Nil for what we did not write.
    private static func parse(_ text: String) -> Parts? {
        let fields = text.split(separator: "$", omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt",
            let salt = data(fields[3]), let hash = data(fields[4]), hash.count == 32
        else { return nil }
        var cost = Cost()
        for parameter in fields[2].split(separator: ",") {
            let halves = parameter.split(separator: "=")
            guard halves.count == 2, let value = Int(halves[1]), value > 0 else { return nil }
            switch halves[0] {
            case "ln" where value <= highestLogN: cost.logN = value
            case "r" where value <= 32: cost.blockSize = value
            case "p" where value <= 4: cost.parallelism = value
            default: return nil
            }
        }
        return Parts(cost: cost, salt: salt, hash: hash)
    }

    private static func data(_ text: Substring) -> Data? {
        Data(base64Encoded: text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4))
    }
}

import BatchVideo
import Foundation

/// How an exchange with `batchvideo-voice` can go wrong.
enum VoiceChildFailure: Error {
    /// The program ended, was killed, or could not be started.
    case died
    /// It did not answer in time.
    case late
    /// It answered something that is not the protocol.
    case garbled

    func error(_ program: URL) -> BatchVideoError {
        switch self {
        case .died:
            BatchVideoError(
                .unavailable,
                "the speech program \(program.path) cannot be started or keeps dying; "
                    + "run: batchvideo doctor", retry: .backoff)
        case .late:
            BatchVideoError(
                .timeout, "the speech program did not answer in time", retry: .backoff)
        case .garbled:
            BatchVideoError(
                .unavailable,
                "the speech program \(program.path) is of another version; run: make build")
        }
    }
}

/// What `batchvideo-voice` answered.
struct VoiceAnswer: Sendable {
    var reply: VoiceReply
    var samples: [Int16]
}

/// One running `batchvideo-voice`. Belongs to the thread that started it: the kernel ends the child
/// when that thread ends, and every call here blocks.
final class VoiceChild {
    let leash: ChildLeash
    private let socket: Int32
    private var received = Data()

    /// Throws `VoiceChildFailure.died` when the program cannot be started.
    init(program: URL) throws {
        let pair = try SocketPair()
        defer { close(pair.theirs) }
        do {
            leash = ChildLeash(try Spawn.start(program, on: pair.theirs))
        } catch {
            close(pair.ours)
            throw error
        }
        socket = pair.ours
    }

    deinit { end() }

    /// Ends the program for sure and leaves no zombie.
    func end() { leash.endAndReap(closing: socket) }

    /// Sends one request and reads its answer. After a throw the child is of no further use.
    func exchange(_ request: VoiceRequest, seconds: Int) throws -> VoiceAnswer {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var line = try JSONEncoder().encode(request)
        line.append(UInt8(ascii: "\n"))
        try send(line, until: deadline)
        let header = try receiveLine(until: deadline)
        guard let reply = try? JSONDecoder().decode(VoiceReply.self, from: header),
            (0...VoiceWire.mostSamples).contains(reply.sampleCount)
        else { throw VoiceChildFailure.garbled }
        return VoiceAnswer(
            reply: reply, samples: try receiveSamples(reply.sampleCount, until: deadline))
    }

    private func send(_ bytes: Data, until deadline: ContinuousClock.Instant) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            try wait(for: Int16(POLLOUT), until: deadline)
            let count = rest.withUnsafeBytes {
                // To a program that has died: an error, not a SIGPIPE.
                Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { throw VoiceChildFailure.died }
            rest = rest.dropFirst(count)
        }
    }

    private func receiveLine(until deadline: ContinuousClock.Instant) throws -> Data {
        var searched = 0
        while true {
            let from = received.startIndex + searched
            if let end = received[from...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Data(received[received.startIndex..<end])
                received = Data(received[(end + 1)...])
                return line
            }
            searched = received.count
            guard searched < VoiceWire.longestReplyBytes else { throw VoiceChildFailure.garbled }
            try receive(until: deadline)
        }
    }

    private func receiveSamples(
        _ count: Int, until deadline: ContinuousClock.Instant
    ) throws -> [Int16] {
        while received.count < count * 2 { try receive(until: deadline) }
        let samples = received.withUnsafeBytes { raw in
            (0..<count).map {
                Int16(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 2, as: Int16.self))
            }
        }
        received = Data(received.dropFirst(count * 2))
        return samples
    }

    private func receive(until deadline: ContinuousClock.Instant) throws {
        try wait(for: Int16(POLLIN), until: deadline)
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        let count = read(socket, &chunk, chunk.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return }
        guard count > 0 else { throw VoiceChildFailure.died }
        received.append(contentsOf: chunk.prefix(count))
    }

    private func wait(for events: Int16, until deadline: ContinuousClock.Instant) throws {
        while true {
            let left = (deadline - .now) / .milliseconds(1)
            guard left > 0 else { throw VoiceChildFailure.late }
            var question = pollfd(fd: socket, events: events, revents: 0)
            let count = poll(&question, 1, Int32(left.rounded(.up)))
            if count > 0 { return }
            guard count == 0 || errno == EINTR else { throw VoiceChildFailure.died }
        }
    }
}

import BatchVideo
import CEspeakNG
import Foundation

/// What a request is answered with.
struct Answer {
    var reply: VoiceReply
    var samples: [Int16] = []

    static func failure(_ kind: VoiceReply.Failure.Kind, _ message: String) -> Answer {
        Answer(reply: VoiceReply(failure: .init(kind, message)))
    }
}

/// Runs a request in a forked child and relays what it wrote.
///
/// espeak keeps phases, flutter and noise from one utterance to the next, so the second "hello" of a
/// process differs from the first. A child forked from the freshly started program always begins
/// in the same state, and takes a crash or a hang with it.
enum AnswerSheet {
    /// Throws only when the program cannot go on: no processes, no memory, nobody reading.
    static func relay(_ work: () throws -> Answer) throws {
        let sheet = voice_memory_file()
        guard sheet >= 0 else { throw failure("cannot make a memory file") }
        defer { close(sheet) }
        let parent = getpid()
        let child = voice_fork()
        guard child >= 0 else { throw failure("cannot start a process") }
        if child == 0 { fillIn(sheet, parent, work) }
        if try endedWell(child) {
            try copy(sheet, to: STDOUT_FILENO)
        } else {
            let answer = Answer.failure(.engineFailed, "the speech engine cannot speak this text")
            try write(answer, to: STDOUT_FILENO)
        }
    }

    private static func fillIn(_ sheet: Int32, _ parent: pid_t, _ work: () throws -> Answer) -> Never {
        _ = voice_die_with_parent()
        guard getppid() == parent else { _exit(1) }
        _ = voice_limit_cpu(UInt32(VoiceWire.mostCPUSeconds))
        alarm(UInt32(VoiceWire.deadlineSeconds))
        do {
            try write(work(), to: sheet)
            _exit(0)
        } catch {
            _exit(1)
        }
    }

    private static func endedWell(_ child: pid_t) throws -> Bool {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw failure("lost a child") }
        }
        return status == 0
    }

    private static func write(_ answer: Answer, to descriptor: Int32) throws {
        var bytes = try JSONEncoder().encode(answer.reply)
        guard bytes.count < VoiceWire.longestReplyBytes else { throw failure("the reply is too long") }
        bytes.append(UInt8(ascii: "\n"))
        answer.samples.map(\.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
        try write(bytes, to: descriptor)
    }

    private static func write(_ bytes: Data, to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("cannot write an answer") }
            rest = rest.dropFirst(count)
        }
    }

    private static func copy(_ sheet: Int32, to descriptor: Int32) throws {
        guard lseek(sheet, 0, SEEK_SET) == 0 else { throw failure("cannot read an answer back") }
        var chunk = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = read(sheet, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("cannot read an answer back") }
            guard count > 0 else { return }
            try write(Data(chunk.prefix(count)), to: descriptor)
        }
    }

    private static func failure(_ what: String) -> BatchVideoError {
        BatchVideoError(.internal, "\(what): errno \(errno)")
    }
}

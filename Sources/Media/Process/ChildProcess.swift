import BatchVideo
import Foundation
import Glibc

/// Takes what a child writes, piece by piece, on the child's thread. Throwing ends the child.
package typealias ByteSink = @Sendable (UnsafeRawBufferPointer) throws -> Void

/// Gives the next bytes for a child's standard input, nil at the end. Called on the child's thread
/// when the child has room; the bytes stay valid until the next call.
package typealias ByteSource = @Sendable () throws -> UnsafeRawBufferPointer?

package enum ToolInput: Sendable {
    case none
    case bytes([UInt8])
    case source(ByteSource)
}

/// How a child ended.
struct ChildExit: Sendable {
    enum Cause: Hashable, Sendable { case exited(Int32), signalled(Int32) }

    var cause: Cause
    var isPastDeadline: Bool
    var stderrLines: [String]
}

/// One child from spawn to reaping, driven by the calling thread, which blocks until it is gone.
///
/// The child leads a session of its own, so one signal reaches everything it started. Its parent-death
/// signal is bound to this thread, which outlives it: it cannot survive us, not even `kill -9`.
struct ChildProcess {
    private let process: pid_t
    private let deadline: ContinuousClock.Instant
    private let cancel: CancelSignal
    private var input: InputPump
    private var outputs: [OutputPump]
    private let errors: OutputPump
    private var tail = StderrTail()
    private var stop = StopState.running

    private enum StopState {
        case running
        case asked(killAt: ContinuousClock.Instant)
        case killed
    }

    init(
        _ command: Command, sandbox: Sandbox, input: ToolInput, outputs: [ByteSink],
        cancel: CancelSignal
    ) throws {
        let stdin = try Pipe()
        let stderr = try Pipe()
        let pipes = try outputs.map { _ in try Pipe() }
        let spawn = Spawn(
            arguments: sandbox.wrap(command), environment: command.environment,
            descriptors: [stdin.reading.descriptor, pipes.first?.writing.descriptor ?? -1,
                stderr.writing.descriptor] + command.inherited.map(\.descriptor)
                + pipes.dropFirst().map(\.writing.descriptor))
        process = try spawn.start()
        deadline = .now + command.limits.deadline
        self.cancel = cancel
        self.input = InputPump(stdin.writing, input)
        self.outputs = zip(pipes, outputs).map { OutputPump($0.reading, $1) }
        errors = OutputPump(stderr.reading) { _ in }
        for end in [stdin.reading, stderr.writing] + pipes.map(\.writing) { end.shut() }
    }

    /// Moves bytes until the child is gone. Throws what a sink or the source threw, or
    /// `CancellationError`, after the child is gone.
    mutating func run() throws -> ChildExit {
        var failure: (any Error)?
        var isPastDeadline = false
        while errors.isOpen || outputs.contains(where: \.isOpen) {
            do {
                try pump(isDiscarding: failure != nil || isPastDeadline)
                if cancel.isRaised, failure == nil { throw CancellationError() }
            } catch {
                failure = failure ?? error
                askToStop()
            }
            if !isPastDeadline, failure == nil, ContinuousClock.now >= deadline {
                isPastDeadline = true
                askToStop()
            }
            if case .asked(let killAt) = stop, ContinuousClock.now >= killAt { killGroup() }
            if case .killed = stop, hasEnded { break }
        }
        input.finish()
        let cause = try reap(cancelled: &failure)
        if let failure { throw failure }
        tail.closeLine()
        return ChildExit(cause: cause, isPastDeadline: isPastDeadline, stderrLines: tail.lines)
    }

    private mutating func pump(isDiscarding: Bool) throws {
        var slots = [pollfd(fd: errors.descriptor, events: Int16(POLLIN), revents: 0)]
        slots += outputs.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        slots.append(pollfd(fd: input.descriptor, events: Int16(POLLOUT), revents: 0))
        let watched = isDiscarding ? -1 : cancel.descriptor
        slots.append(pollfd(fd: watched, events: Int16(POLLIN), revents: 0))
        guard poll(&slots, nfds_t(slots.count), pollTimeoutMs) > 0 else { return }

        if slots[0].revents != 0 { errors.read { tail.append($0) } }
        for (output, slot) in zip(outputs, slots.dropFirst()) where slot.revents != 0 {
            try output.read { if !isDiscarding { try output.sink($0) } }
        }
        if slots[1 + outputs.count].revents != 0 {
            if isDiscarding { input.finish() } else { try input.write() }
        }
    }

    /// Wakes for the next of deadline and kill time; at most a second, at least a millisecond.
    private var pollTimeoutMs: Int32 {
        let next: ContinuousClock.Instant
        switch stop {
        case .running: next = deadline
        case .asked(let killAt): next = killAt
        case .killed: return 10
        }
        let wait = ContinuousClock.now.duration(to: next)
        return Int32(min(1000, max(1, wait / .milliseconds(1))))
    }

    private mutating func askToStop() {
        guard case .running = stop else { return }
        stop = .asked(killAt: .now + .milliseconds(ProcessLimits.graceMs))
        input.finish()
        kill(-process, SIGTERM)
    }

    private mutating func killGroup() {
        stop = .killed
        kill(-process, SIGKILL)
    }

    private var hasEnded: Bool {
        var facts = siginfo_t()
        let options = WEXITED | WNOHANG | WNOWAIT
        return waitid(P_PID, id_t(process), &facts, options) == 0 && facts.si_signo != 0
    }

    /// Waits for the leader, ends whatever is left of its group, and only then frees its number.
    private mutating func reap(cancelled: inout (any Error)?) throws -> ChildExit.Cause {
        while !hasEnded {
            if cancel.isRaised || cancelled != nil || ContinuousClock.now >= deadline {
                if cancel.isRaised { cancelled = cancelled ?? CancellationError() }
                askToStop()
                if case .asked(let killAt) = stop, ContinuousClock.now >= killAt { killGroup() }
            }
            poll(nil, 0, 2)
        }
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
    }
}

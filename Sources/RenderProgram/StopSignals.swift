import BatchVideo
import Compositor
import Foundation
import Glibc

/// Ends the program at once on SIGTERM, SIGINT, or its parent's death, and leaves nothing behind.
enum StopSignals {
    /// Blocks the signals for all threads (call it before any starts) and waits for them on one of
    /// its own, where any function may be called.
    static func handle(leftovers: Leftovers) {
        signal(SIGPIPE, SIG_IGN)
        let parent = getppid()
        var waited = sigset_t()
        sigemptyset(&waited)
        for number in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&waited, number) }
        pthread_sigmask(SIG_BLOCK, &waited, nil)
        let set = waited
        let thread = Thread {
            while true {
                var (set, number) = (set, Int32(0))
                guard sigwait(&set, &number) == 0 else { continue }
                // SIGHUP also tells of the end of the parent's thread that started us.
                if number == SIGHUP, getppid() == parent { continue }
                leftovers.remove()
                _exit(128 + number)
            }
        }
        thread.start()
        ParentWatch.start(signal: SIGHUP)
        if getppid() != parent { kill(getpid(), SIGHUP) }
    }
}

import BatchVideo
import Foundation
import Testing

@Suite("Runs of jobs")
struct RunningTests {
    @Test("a state is read in both languages and in any case")
    func words() {
        for state in ExecutionState.allCases {
            #expect(ExecutionState(word: state.word) == state)
            #expect(ExecutionState(word: state.rawValue) == state)
            #expect(ExecutionState(word: state.rawValue.lowercased()) == state)
        }
        #expect(ExecutionState.allCases.map(\.word) == ["待处理", "处理中", "已完成", "失败", "已取消", "已跳过"])
        #expect(ExecutionState(word: "所有") == nil)
        #expect(ExecutionState(word: "") == nil)
    }

    @Test("passing failures are tried again after 60, 120 and 240 seconds")
    func delays() {
        let now = Date(timeIntervalSince1970: 1_795_500_000)
        let error = BatchVideoError(.unavailable, "no answer", retry: .backoff)
        let policy = RetryPolicy.standard

        let waits = (0...3).map {
            policy.nextTry(after: $0, of: error, now: now, jitter: 0)?.timeIntervalSince(now)
        }

        #expect(waits == [60, 120, 240, nil])
        #expect(policy.nextTry(after: 0, of: error, now: now, jitter: 0.5) == now.addingTimeInterval(63))
    }

    @Test("a vendor's hint is honoured and a lasting failure is not tried again")
    func hints() {
        let now = Date(timeIntervalSince1970: 1_795_500_000)
        func wait(_ retry: BatchVideoError.Retry) -> TimeInterval? {
            RetryPolicy.standard.nextTry(
                after: 0, of: BatchVideoError(.limited, "slow down", retry: retry), now: now, jitter: 0
            )?.timeIntervalSince(now)
        }

        #expect(wait(.after(.seconds(300))) == 300)
        #expect(wait(.after(.seconds(5))) == 60)
        #expect(wait(.never) == nil)
    }

    @Test("pages are numbered from one and hold at most a hundred")
    func pages() {
        #expect(Page(3, size: 20).offset == 40)
        #expect(Page(0, size: 0) == Page(1, size: 1))
        #expect(Page(1, size: 1000).size == 100)
    }
}

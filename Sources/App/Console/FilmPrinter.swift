import BatchVideo
import Foundation

/// Shows how films come along.
protocol FilmPrinter: EventSink {
    func begin(_ film: URL, _ brief: FilmBrief)
    func finish(_ publication: Publication)
    func fail(_ film: URL, _ failure: Failure)
}

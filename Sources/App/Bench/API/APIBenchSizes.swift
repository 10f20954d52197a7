/// How much the bench of the API files, asks and waits.
struct APIBenchSizes: Sendable {
    /// In the database before anything is measured.
    var jobs = 50_000
    var starts = 5
    /// Made at once while the job list is asked for.
    var films = 4
    var filmQuality = "standard"
    /// Of the job list, before memory is read again.
    var pages = 50_000
    /// Of making films while memory is watched.
    var minutes = 10.0
    var rounds = 5
    /// How long each of a round's four measurements takes.
    var roundTime = Duration.seconds(4)
    var uploads = 500
    var uploadBytes = 200_000
    var listeners = 200
    var tableRows = 1_000

    /// Under load, as many as a handful of pages would keep open.
    static let connections = 16
    /// The server allows 32 each.
    static let listenersPerUser = 25

    /// Proves that the bench works, not how fast anything is.
    static let quick = APIBenchSizes(
        jobs: 120, starts: 1, films: 1, filmQuality: "draft", pages: 320, minutes: 0.05, rounds: 1,
        roundTime: .milliseconds(300), uploads: 20, listeners: 30, tableRows: 100)
}

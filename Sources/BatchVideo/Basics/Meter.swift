/// Port: counts what happens, for whoever watches the installation. Called often; returns at once and never throws.
package protocol Meter: Sendable {
    /// A step of a film ended; `isDone` false: it threw. Counts are sentences, shots, segments.
    func stage(_ stage: String, isDone: Bool, seconds: Double, made: Int, reused: Int)
    /// A film was rendered: how long it is, and how long that took.
    func rendered(filmSeconds: Double, seconds: Double)
    /// A worker's run of a job ended in `state`, or will be tried again: then `reason` is the error's code.
    func run(ended state: String, step: String?, reason: String?, seconds: Double)
    func leaseLost()
    /// A request to a vendor. `status` nil: nothing came back.
    func vendorRequest(_ vendor: String, status: Int?, seconds: Double)
}

/// Counts nothing.
package struct SilentMeter: Meter {
    package init() {}

    package func stage(_ stage: String, isDone: Bool, seconds: Double, made: Int, reused: Int) {}
    package func rendered(filmSeconds: Double, seconds: Double) {}
    package func run(ended state: String, step: String?, reason: String?, seconds: Double) {}
    package func leaseLost() {}
    package func vendorRequest(_ vendor: String, status: Int?, seconds: Double) {}
}

extension Duration {
    package var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}

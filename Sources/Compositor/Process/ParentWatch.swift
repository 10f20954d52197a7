import CPixels

package enum ParentWatch {
    /// From now on the kernel sends `signal` to this process when the thread that started it ends,
    /// and with that at the latest when its parent does.
    package static func start(signal: Int32) { ch_signal_when_parent_ends(signal) }
}

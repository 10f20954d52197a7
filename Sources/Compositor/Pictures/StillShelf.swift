import BatchVideo
import Synchronization

/// Stills in memory, shared by the threads that show them at the same time, and let go with the
/// last of them.
final class StillShelf: Sendable {
    struct Key: Hashable, Sendable {
        var path: String
        var oversampling: Double
        var fit: PictureFit
    }

    /// One still: whoever comes second waits for the one that decodes.
    private final class Slot: Sendable {
        private struct Content { weak var still: StillPicture? }
        private let content = Mutex(Content())

        func still(make: () throws -> StillPicture) throws -> StillPicture {
            try content.withLock { content in
                if let still = content.still { return still }
                let still = try make()
                content.still = still
                return still
            }
        }
    }

    private let canvas: PixelSize
    private let slots = Mutex<[Key: Slot]>([:])

    init(canvas: PixelSize) { self.canvas = canvas }

    func still(_ key: Key) throws -> StillPicture {
        let slot = slots.withLock { slots in
            let slot = slots[key] ?? Slot()
            slots[key] = slot
            return slot
        }
        return try slot.still {
            try StillPicture(
                path: key.path, canvas: canvas, oversampling: key.oversampling, fit: key.fit)
        }
    }
}

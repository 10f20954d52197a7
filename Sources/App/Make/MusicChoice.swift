import BatchVideo
import Foundation

/// What `--music` asks for: `none`, `auto`, a file, or a folder of files that take turns.
struct MusicChoice: Sendable {
    private enum Kind {
        case one(FilmMusic)
        /// Absolute paths; those of this round that no film has had, and all.
        case turns(left: [String], all: [String])
    }

    private var kind: Kind

    /// Throws `.notFound` for what cannot be read, and for a folder without music.
    init(_ text: String) throws {
        let music = FilmMusic(text)
        guard music.isFile else {
            kind = .one(music)
            return
        }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: text, isDirectory: &isFolder), isFolder.boolValue {
            let files = try BriefBuilder.media(text, FolderListing.sounds, "music")
            kind = .turns(left: files, all: files)
        } else {
            kind = .one(.file(try BriefBuilder.readable(text)))
        }
    }

    /// The music of a film with this seed: of a folder, one that no film of this run had while there is such.
    mutating func next(seed: UInt64) -> FilmMusic {
        switch kind {
        case .one(let music): return music
        case .turns(var left, let all):
            if left.isEmpty { left = all }
            var random = SeededRandom(seed: seed, "music file")
            let path = left.remove(at: random.index(left.count))
            kind = .turns(left: left, all: all)
            return .file(path)
        }
    }
}

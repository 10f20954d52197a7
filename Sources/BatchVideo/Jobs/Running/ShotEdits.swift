/// What people may do to the shots of a job. Every edit only marks: the next run makes what the marks ask for.
extension ShotCandidate {
    /// A picture or clip that is still to be made: no key yet.
    package static func wanted(prompt: String?, seed: UInt64, isMoving: Bool = false) -> ShotCandidate {
        ShotCandidate(key: "", source: "wanted", prompt: prompt, seed: seed, isMoving: isMoving)
    }

    package var isWanted: Bool { key.isEmpty }
}

extension ShotRow {
    /// A planned row with what people changed in `stored` since it was `read`.
    package func keeping(changesTo stored: ShotRow, since read: ShotRow) -> ShotRow {
        var row = self
        row.version = stored.version
        row.createdAt = stored.createdAt
        row.updatedAt = stored.updatedAt
        if stored.text != read.text { row.text = stored.text }
        if stored.prompt != read.prompt { row.prompt = stored.prompt }
        if stored.isLocked != read.isLocked { row.isLocked = stored.isLocked }
        let isChosenAnew = stored.images != read.images || stored.selected != read.selected
            || stored.video != read.video
        if isChosenAnew {
            row.images = stored.images
            row.selected = stored.selected
            row.video = stored.video
        }
        return row
    }
}

extension [ShotRow] {
    /// Asks for `count` new pictures of a shot; what was made before stays to choose from.
    package mutating func regenerate(
        _ index: Int, prompt: String?, seeds: [UInt64], isMoving: Bool
    ) throws {
        let place = try self.place(of: index)
        if let prompt { self[place].prompt = prompt }
        self[place].images.removeAll(where: \.isWanted)
        self[place].images += seeds.map {
            .wanted(prompt: self[place].prompt, seed: $0, isMoving: isMoving)
        }
        self[place].selected = nil
        self[place].video = nil
    }

    /// Has a shot say something else; the next run speaks what changed.
    ///
    /// Throws `.invalid` for a text without a letter or number, and when the film's text would become
    /// too long.
    package mutating func rewrite(_ index: Int, as text: String) throws {
        let place = try self.place(of: index)
        guard text != self[place].text else { return }
        guard CleanText(text).isSpeakable else {
            throw BatchVideoError(
                .invalid, "text has nothing to say: write some words, or join the shot with the next",
                field: "text")
        }
        self[place].text = text
        let count = reduce(0) { $0 + $1.text.unicodeScalars.count }
        let limit = IntakeLimits.standard.content
        guard count <= limit else {
            throw BatchVideoError(
                .invalid, "text makes the film's words \(count) characters long, \(limit) is the limit",
                field: "text")
        }
    }

    /// Adds a file of the user to a shot and shows it.
    package mutating func add(_ candidate: ShotCandidate, to index: Int) throws {
        let place = try self.place(of: index)
        guard self[place].images.count < Self.maximumCandidates else {
            throw BatchVideoError(
                .conflict, "the shot has \(Self.maximumCandidates) pictures; remove some first")
        }
        self[place].images.removeAll(where: \.isWanted)
        self[place].images.append(candidate)
        self[place].selected = candidate.key
        self[place].video = candidate.isMoving ? candidate.key : nil
    }

    /// Cuts a shot in two at a time; both keep its pictures.
    /// - Parameters:
    ///   - atMs: strictly within the shot, half a second from its ends at least.
    ///   - texts: what is said before and after; nil: cut at the nearest break.
    package mutating func split(_ index: Int, atMs: Int, texts: (String, String)?) throws {
        let place = try self.place(of: index)
        let shot = self[place]
        guard atMs - shot.startMs >= Self.shortestMs, shot.endMs - atMs >= Self.shortestMs else {
            throw BatchVideoError(
                .invalid,
                "at must be within the shot and \(Self.shortestMs) ms from its ends: \(shot.startMs)...\(shot.endMs)",
                field: "at")
        }
        let share = Double(atMs - shot.startMs) / Double(shot.endMs - shot.startMs)
        let halves = texts ?? Self.halves(of: shot.text, share)
        var first = shot
        var second = shot
        first.endMs = atMs
        first.text = halves.0
        second.id = 0
        second.startMs = atMs
        second.text = halves.1
        replaceSubrange(place...place, with: [first, second])
    }

    /// Joins a shot with the one after it; the first one's picture stays chosen.
    package mutating func merge(_ index: Int) throws {
        let place = try self.place(of: index)
        guard place + 1 < count else {
            throw BatchVideoError(.conflict, "the last shot has none after it to be joined with")
        }
        let next = self[place + 1]
        let isIdeographic = self[place].text.last.map { $0.unicodeScalars.contains { $0.value >= 0x2E80 } } ?? true
        self[place].text += (isIdeographic ? "" : " ") + next.text
        self[place].endMs = next.endMs
        let known = Set(self[place].images.map(\.key))
        self[place].images += next.images.filter { !known.contains($0.key) }
            .prefix(Swift.max(0, Self.maximumCandidates - self[place].images.count))
        remove(at: place + 1)
    }

    package static var maximumCandidates: Int { 50 }
    private static var shortestMs: Int { 500 }

    package func place(of index: Int) throws -> Int {
        guard let place = firstIndex(where: { $0.index == index }) else {
            throw BatchVideoError(.notFound, "there is no shot \(index)")
        }
        return place
    }

    /// The text cut at the break nearest to a share of its length.
    private static func halves(of text: String, _ share: Double) -> (String, String) {
        let characters = Array<Character>(text)
        let wanted = Int((share * Double(characters.count)).rounded())
        let breaks = characters.indices.filter { "，。！？；、,.!?; ".contains(characters[$0]) }
            .map { $0 + 1 }.filter { $0 < characters.count }
        let cut = breaks.min { abs($0 - wanted) < abs($1 - wanted) } ?? wanted
        func part(_ range: Range<Int>) -> String {
            TextIntake.clean(String(characters[range]))
        }
        return (part(0..<cut), part(cut..<characters.count))
    }
}

/// Maps `items` with at most `limit` bodies at once; results keep the order of the items. The first
/// error cancels the rest.
func boundedMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], limit: Int, _ body: @escaping @Sendable (Item) async throws -> Result
) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
        var results = [Result?](repeating: nil, count: items.count)
        var next = 0
        func launch() {
            guard next < items.count else { return }
            let index = next
            let item = items[index]
            next += 1
            group.addTask { (index, try await body(item)) }
        }
        for _ in 0..<max(1, limit) { launch() }
        while let (index, result) = try await group.next() {
            results[index] = result
            launch()
        }
        return results.compactMap { $0 }
    }
}

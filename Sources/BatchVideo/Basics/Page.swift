/// Which part of a list is wanted.
package struct Page: Hashable, Sendable {
    /// From 1.
    package var number: Int
    /// 1 ... 100.
    package var size: Int

    package init(_ number: Int = 1, size: Int = 10) {
        self.number = max(1, number)
        self.size = min(max(1, size), 100)
    }

    package var offset: Int { (number - 1) * size }
}

/// A part of a list and the length of the whole.
package struct Paged<Item: Sendable>: Sendable {
    /// Items in all pages, after filters.
    package var total: Int
    package var items: [Item]

    package init(total: Int, items: [Item]) {
        self.total = total
        self.items = items
    }
}

extension Paged: Equatable where Item: Equatable {}

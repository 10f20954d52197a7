import BatchVideo
import Foundation
import Testing

@Suite("Transition names")
struct TransitionNameTests {
    @Test("every kind is known by its own name")
    func names() throws {
        #expect(TransitionKind.allCases.count >= 40)
        for kind in TransitionKind.allCases {
            #expect(try TransitionKind.named(kind.rawValue) == kind)
            #expect(try TransitionKind.named(" " + kind.rawValue.uppercased()) == kind)
        }
    }

    @Test("and by what people call it", arguments: [
        ("slide", TransitionKind.slideleft), ("Zoom", .zoomin), ("百叶窗", .hlslice),
        ("blinds", .hlslice), ("淡入淡出", .fade), ("擦除", .wipeleft), ("cross-fade", .fade),
        ("push", .slideleft), ("Push Up", .slideup), ("blur", .hblur), ("fade_to_black", .fadeblack),
        ("none", .cut),
    ])
    func aliases(_ name: String, _ kind: TransitionKind) throws {
        #expect(try TransitionKind.named(name) == kind)
    }

    @Test("an unknown one is refused with the list of all")
    func unknown() {
        let error = #expect(throws: BatchVideoError.self) { try TransitionKind.named("wobble") }

        #expect(error?.code == .invalid)
        for name in ["wobble", "fade", "slideleft", "pixelize"] {
            #expect(error?.message.contains(name) == true)
        }
    }

    @Test("a choice is auto, none or a list, and is read back from a manifest")
    func choice() throws {
        #expect(try TransitionChoice("auto") == .auto)
        #expect(try TransitionChoice("none") == .among([.cut]))
        let list = try TransitionChoice("fade, slide，百叶窗、zoom")
        #expect(list == .among([.fade, .slideleft, .hlslice, .zoomin]))
        for wrong in ["", " , ", "fade,auto", "fade;wipe"] {
            #expect(throws: BatchVideoError.self) { try TransitionChoice(wrong) }
        }
        for choice in [.auto, list] as [TransitionChoice] {
            let data = try JSONEncoder().encode([choice])
            #expect(try JSONDecoder().decode([TransitionChoice].self, from: data) == [choice])
        }
    }
}

import BatchVideo
import Foundation

/// Behind the elders: shelves of books, a plant, and the warm light of a lamp.
struct Study {
    let room: Room
    let colours: FigureColours
    let seed: UInt64

    func paint(on cel: Cel) {
        shelves(cel)
        lamp(cel)
        plant(cel)
        cel.airbrush(.ellipse(0, room.top * 0.2, 380, 360), colours.wall.lighter(0.5), 0.6, softness: 330)
        cel.airbrush(
            .ellipse(0, room.bottom + 120, room.width * 0.7, 210), colours.shade.darker(0.45), 0.4, softness: 200)
    }

    private func shelves(_ cel: Cel) {
        var random = SeededRandom(seed: seed, "books")
        let wood = colours.shade.mixed(Colour(0x6B4426), 0.45)
        let step = 250.0
        let first = room.top - 40 + random.uniform(0, 60)
        for row in 0..<Int(room.height / step) + 2 {
            let board = first + Double(row) * step + 200
            cel.airbrush(bar(board, 26), wood.darker(0.1), 0.5, softness: 16)
            cel.airbrush(bar(board + 34, 40), wood.darker(0.5), 0.2, softness: 36)
            books(cel, standingOn: board, &random)
        }
        for x in [-0.5, 0.5] {
            let post = x * max(room.width * 0.96, 1000)
            let side = Contour(
                [(post - 18, room.top - 80), (post + 18, room.top - 80)],
                [(post + 18, room.top - 80), (post + 18, room.bottom + 80)],
                [(post + 18, room.bottom + 80), (post - 18, room.bottom + 80)])
            cel.airbrush(side, wood.darker(0.2), 0.5, softness: 16)
        }
    }

    private func bar(_ y: Double, _ height: Double) -> Contour {
        Contour(
            [(room.left - 80, y), (room.right + 80, y)], [(room.right + 80, y), (room.right + 80, y + height)],
            [(room.right + 80, y + height), (room.left - 80, y + height)])
    }

    private func books(_ cel: Cel, standingOn board: Double, _ random: inout SeededRandom) {
        let spines: [UInt32] = [0x8C4A3A, 0x3F5A6B, 0xC9A468, 0x5F6B4A, 0xE7DCC6, 0x7A5066, 0x2F4450, 0xB47A4A]
        var x = room.left - 60
        while x < room.right + 60 {
            if random.unit() < 0.16 {
                x += random.uniform(50, 150)
                continue
            }
            let (width, height) = (random.uniform(18, 44), random.uniform(120, 190))
            let lean = random.unit() < 0.12 ? random.uniform(6, 22) : 0
            let tone = Colour(spines[random.index(spines.count)]).mixed(colours.wall, 0.34)
            let spine = Contour(
                [(x + lean, board - height), (x + width + lean, board - height)],
                [(x + width + lean, board - height), (x + width, board)],
                [(x + width, board), (x, board)])
            cel.airbrush(spine, tone, random.uniform(0.42, 0.7), softness: 13)
            if random.unit() < 0.5 {
                let y = board - height * random.uniform(0.6, 0.8)
                let band = Contour(
                    [(x + 3, y), (x + width - 3, y)], [(x + width - 3, y), (x + width - 3, y + 12)],
                    [(x + width - 3, y + 12), (x + 3, y + 12)])
                cel.airbrush(band, Colour(0xF0DFB4), 0.4, softness: 9)
            }
            x += width + random.uniform(1, 5)
        }
    }

    private func lamp(_ cel: Cel) {
        let (x, y) = (room.right - room.width * 0.13, room.top + room.height * 0.36)
        let glow = Colour(0xFFDFA0)
        cel.airbrush(.ellipse(x, y + 40, 250, 270), glow, 0.42, softness: 230)
        let shade = Contour(
            [(x - 46, y - 60), (x + 46, y - 60)], [(x + 46, y - 60), (x + 92, y + 62)],
            [(x + 92, y + 62), (x - 92, y + 62)],
            [(x - 92, y + 62), (x - 46, y - 60)])
        cel.airbrush(shade, Colour(0xFFE9BF), 0.95, softness: 16)
        cel.airbrush(.ellipse(x, y + 40, 60, 34), .white, 0.7, softness: 40)
        cel.airbrush(.ribbon([(x, y + 62), (x, y + 190)], [20]), Colour(0x8A6238), 0.6, softness: 12)
    }

    private func plant(_ cel: Cel) {
        var random = SeededRandom(seed: seed, "plant")
        let root = (x: room.left + room.width * 0.1, y: room.bottom - room.height * 0.2)
        let green = Colour(0x5F8557).mixed(colours.wall, 0.25)
        for index in 0..<17 {
            let turn = -2.6 + Double(index) * 0.13 + random.uniform(-0.1, 0.1)
            let length = random.uniform(200, 360)
            let bend = random.uniform(40, 90)
            let middle = (root.x + cos(turn) * length * 0.55, root.y + sin(turn) * length * 0.55)
            let tip = (root.x + cos(turn) * length, root.y + sin(turn) * length + bend)
            let tone = index % 3 == 0 ? green.lighter(0.25) : index % 3 == 1 ? green : green.darker(0.25)
            cel.airbrush(
                .ribbon([(root.x, root.y), middle, tip], [8, 36, 4]), tone, random.uniform(0.5, 0.8), softness: 15)
        }
    }
}

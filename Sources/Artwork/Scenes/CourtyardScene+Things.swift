import BatchVideo
import Foundation

extension CourtyardScene {
    static func solids(_ s: PaintSurface, _ paint: Paint, _ plan: Plan) -> Solids {
        Solids(
            surface: s, lightSide: plan.lightSide, light: paint.light, shade: paint.shade,
            tone: paint.air.isNight ? paint.air.tone.mixed(Colour(0xE8B890), 0.42) : paint.air.tone)
    }

    /// The tree, a vat with lotus, a table of stone, pots; leaves on the ground.
    static func things(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let (court, stage) = (plan.court, scene.stage)
        let side = plan.treeSide
        let back = scene.surface()
        for (x, z) in stage.pick(
            [(-2.3, 16.2), (2.3, 16.2), (-4.4, 16.3), (4.4, 16.3)],
            portrait: [(-2.2, 16.2), (2.2, 16.2)], square: [(-2.3, 16.2), (2.3, 16.2)])
        {
            pot(back, paint, plan, x, z, 1.25, &random)
        }
        scene.add(back, depth: 0.22)
        let mid = scene.surface()
        scatter(mid, paint, plan, &random)
        vat(
            mid, paint, plan, -side * stage.pick(3.9, portrait: 1.95, square: 2.6),
            stage.pick(11.4, portrait: 11.6, square: 11.4), &random)
        scene.add(mid, depth: 0.42)
        tree(&scene, paint, plan, &random)
        let near = scene.surface()
        let away = stage.pick(8.4, portrait: 7.6, square: 8)
        let steam = table(
            near, paint, plan,
            court.view.at(-side * stage.pick(1.25, portrait: 0.3, square: 0.7), 0, away),
            court.view.scale(away), &random)
        pot(
            near, paint, plan, side * stage.pick(3.2, portrait: 1.5, square: 2.1),
            stage.pick(7.6, portrait: 7.2, square: 7.2), 1.2, &random)
        scene.add(near, depth: 0.6)
        scene.add(
            SteamLayer(
                from: steam, breadth: stage.unit * 0.012, rise: stage.unit * 0.12,
                colour: paint.light.lighter(0.5), alpha: 0.5, depth: 0.6))
    }

    private static func tree(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let (court, stage) = (plan.court, scene.stage)
        let foot = treeFoot(plan, stage)
        let p = court.view.at(foot.x, 0, foot.z)
        let height = stage.pick(p.y * 1.02, portrait: stage.width * 0.90, square: p.y * 0.94)
        let bark = paint.air.seen(Colour(0x5C4A3C))
        var look = Tree.Look(
            bark: bark, barkLight: bark.mixed(paint.light, 0.45), leaves: ColourRamp(paint.leaves))
        look.accent = paint.accent
        look.accentShare = paint.accentShare
        look.fullness = Int(100 * paint.season.fullness)
        look.leafSize = 0.0088
        look.lightSide = plan.lightSide
        look.spread = 1.15
        look.lean = -plan.treeSide * 0.10
        let s = scene.surface()
        // A ring of stones about its foot.
        let r = court.view.scale(foot.z) * 0.85
        s.ellipse(p.x, p.y, r, r * 0.22)
        s.fill(paint.stone.mixed(paint.shade, 0.3))
        s.ellipse(p.x, p.y - r * 0.03, r * 0.86, r * 0.17)
        s.fill(paint.air.seen(paint.season.hasSnow ? .white : Colour(0x6A5A44)).mixed(paint.shade, 0.2))
        Tree(at: p, height: height, look, random: &random).paint(on: s, random: &random)
        scene.add(
            s, depth: 0.5,
            .sway(pivot: p.y, reach: height, pixels: stage.unit * 0.008, turns: 2, phase: random.unit()))
    }

    /// Leaves or petals lying about, more under the tree.
    private static func scatter(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        guard paint.season.falling == .leaf else { return }
        let foot = treeFoot(plan, s.stage)
        for i in 0..<420 {
            let z = random.uniform(4.4, 16)
            let x = i % 2 == 0 ? random.uniform(-plan.court.wing, plan.court.wing) : random.gauss(foot.x, 1.7)
            let p = plan.court.view.at(x, 0, z)
            let r = plan.court.view.scale(z) * random.uniform(0.03, 0.058)
            s.leaf(p.x, p.y, r, r * 0.22, tilt: random.uniform(-0.5, 0.5))
            s.fill(paint.leaves[1 + random.index(3)].mixed(paint.shade, random.uniform(0, 0.3)), 0.9)
        }
    }

    /// A shrub in a pot, `tall` metres in all.
    private static func pot(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ x: Double, _ z: Double, _ tall: Double,
        _ random: inout SeededRandom
    ) {
        let p = plan.court.view.at(x, 0, z)
        let k = plan.court.view.scale(z) * tall
        let solids = self.solids(s, paint, plan)
        let clay = solids.seen([0xA85A3C, 0x5E7E86, 0x8A6A4A, 0xC8C2B0][random.index(4)])
        solids.shadow(p.x, p.y, k * 0.26, flat: 0.22, 0.55)
        var look = Tree.Look(
            bark: paint.air.seen(Colour(0x5C4A3C)), barkLight: paint.air.seen(Colour(0x8A7460)),
            leaves: ColourRamp(paint.air.seen([0x1E4A2A, 0x3A7A3C, 0x70AA50, 0xC8E08A].map(Colour.init))))
        look.accent = paint.air.seen([Colour(0xE8503A), Colour(0xF4A0B8), Colour(0xF6D04A)][random.index(3)])
        look.accentShare = paint.season.hasSnow ? 0 : 0.16
        look.fullness = 13
        look.leafSize = 0.033
        look.lightSide = plan.lightSide
        Tree(at: Point(p.x, p.y - k * 0.26), height: k * 0.74, look, random: &random)
            .paint(on: s, random: &random)
        let (lit, far) = (Point(p.x + plan.lightSide * k * 0.2, 0), Point(p.x - plan.lightSide * k * 0.2, 0))
        let stops = [
            Stop(0, clay), Stop(0.28, clay.mixed(paint.light, 0.38)), Stop(0.6, clay),
            Stop(1, clay.mixed(paint.shade, 0.6)),
        ]
        s.polygon([
            Point(p.x - k * 0.18, p.y - k * 0.26), Point(p.x + k * 0.18, p.y - k * 0.26),
            Point(p.x + k * 0.13, p.y), Point(p.x - k * 0.13, p.y),
        ])
        s.fill(from: lit, to: far, stops)
        s.roundedRectangle(p.x - k * 0.205, p.y - k * 0.31, k * 0.41, k * 0.075, radius: k * 0.02)
        s.fill(from: lit, to: far, stops)
    }

    /// A glazed vat with lotus in it.
    private static func vat(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ x: Double, _ z: Double,
        _ random: inout SeededRandom
    ) {
        let p = plan.court.view.at(x, 0, z)
        let w = plan.court.view.scale(z) * 1.5
        let solids = self.solids(s, paint, plan)
        let glaze = solids.seen(0x4E5A5E)
        solids.shadow(p.x, p.y, w * 0.52, flat: 0.2, 0.6)
        let h = w * 0.56
        Vessels(surface: s, lightSide: plan.lightSide, rim: paint.light).turned(
            [(0, 0.5), (0.08, 0.52), (0.2, 0.48), (0.45, 0.49), (0.8, 0.38), (1, 0.30)].map {
                (at: $0.0, half: $0.1 * w / h)
            },
            x: p.x, base: p.y, size: h, .init(glaze, light: 0.24, shadow: 0.55))
        let mouth = Point(p.x, p.y - h)
        s.ellipse(mouth.x, mouth.y, w * 0.51, w * 0.085)
        s.fill(glaze.mixed(paint.light, 0.3))
        s.ellipse(mouth.x, mouth.y + w * 0.006, w * 0.45, w * 0.068)
        s.fill(paint.season.hasSnow ? paint.stone : paint.air.sky[2].mixed(paint.shade, 0.5))
        guard !paint.season.hasSnow else { return }
        let leaf = solids.seen(paint.lotus)
        let plants = LotusPlants(
            paint: .init(
                petalTip: solids.seen(0xF06FA2), petalBase: solids.seen(0xFFF2F4),
                heart: solids.seen(0xF8CF52), stalk: leaf, leafLight: leaf.mixed(paint.light, 0.3),
                leafDark: leaf.mixed(paint.shade, 0.4), vein: leaf.mixed(paint.light, 0.55),
                rim: paint.light))
        for (dx, dy, r) in [(-0.3, -0.34, 0.24), (0.34, -0.26, 0.22), (0.02, -0.52, 0.2)] {
            plants.raisedLeaf(
                foot: Point(mouth.x + dx * w * 0.3, mouth.y), at: Point(mouth.x + dx * w, mouth.y + dy * w),
                rx: w * r, lean: dx * 0.3, on: s, random: &random)
        }
        for (dx, dy) in [(-0.24, 0.01), (0.1, 0.03), (0.3, 0.0)] {
            s.ellipse(mouth.x + dx * w, mouth.y + dy * w, w * 0.13, w * 0.03)
            s.fill(leaf.mixed(paint.light, 0.16))
        }
        guard paint.blooms else { return }
        let head = Point(mouth.x + w * 0.12, mouth.y - w * 0.66)
        plants.stalk(from: Point(mouth.x + w * 0.04, mouth.y), to: head, width: w * 0.018, on: s)
        plants.flower(at: head, radius: w * 0.15, on: s, random: &random)
    }

    /// A round table and drums of stone, tea on it; returns where the tea steams.
    private static func table(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ p: Point, _ k: Double,
        _ random: inout SeededRandom
    ) -> Point {
        let solids = self.solids(s, paint, plan)
        let stone = solids.seen(0xCFCBC0)
        drum(solids, Point(p.x - k * 1.0, p.y - k * 0.14), k * 0.40, stone)
        drum(solids, Point(p.x + k * 1.02, p.y - k * 0.10), k * 0.40, stone)
        if random.unit() < 0.6 {
            let furs = [Colour(0xE8A25A), Colour(0xEDE6DA), Colour(0x77706E)]
            Furniture(surface: s, light: paint.light, scale: k).cat(
                at: Point(p.x + k * 1.02, p.y - k * 0.485), size: k * 0.22,
                furs[random.index(3)].times(solids.tone))
        }
        solids.shadow(p.x, p.y, k * 0.66, flat: 0.2, 0.6)
        let (lit, far) = (Point(p.x + plan.lightSide * k * 0.3, 0), Point(p.x - plan.lightSide * k * 0.3, 0))
        let stops = [
            Stop(0, stone), Stop(0.3, stone.mixed(paint.light, 0.5)), Stop(0.6, stone),
            Stop(1, stone.mixed(paint.shade, 0.55)),
        ]
        s.polygon([
            Point(p.x - k * 0.2, p.y - k * 0.66), Point(p.x + k * 0.2, p.y - k * 0.66),
            Point(p.x + k * 0.28, p.y), Point(p.x - k * 0.28, p.y),
        ])
        s.fill(from: lit, to: far, stops)
        s.ellipse(p.x, p.y, k * 0.28, k * 0.05)
        s.fill(from: lit, to: far, stops)
        let top = p.y - k * 0.72
        s.ellipse(p.x, top + k * 0.07, k * 0.64, k * 0.115)
        s.fill(stone.mixed(paint.shade, 0.5))
        s.ellipse(p.x, top, k * 0.64, k * 0.115)
        s.fill(
            from: Point(p.x + plan.lightSide * k * 0.6, 0), to: Point(p.x - plan.lightSide * k * 0.6, 0),
            [Stop(0, stone.mixed(paint.light, 0.6)), Stop(1, stone.mixed(paint.shade, 0.12))])
        let vessels = Vessels(surface: s, lightSide: plan.lightSide, rim: paint.light)
        vessels.pot(
            x: p.x - k * 0.12, base: top + k * 0.02, width: k * 0.34, facing: 1,
            .init(solids.seen(0x8A4A30)))
        _ = vessels.cup(
            x: p.x - k * 0.40, base: top + k * 0.045, width: k * 0.13,
            .init(solids.seen(0xF0F2EE), light: 0.5, shadow: 0.35), tea: solids.seen(0xB07034))
        return vessels.cup(
            x: p.x + k * 0.32, base: top + k * 0.05, width: k * 0.15,
            .init(solids.seen(0xF0F2EE), light: 0.5, shadow: 0.35), tea: solids.seen(0xB07034))
    }

    private static func drum(_ solids: Solids, _ p: Point, _ h: Double, _ stone: Colour) {
        solids.shadow(p.x, p.y, h * 0.66, flat: 0.2, 0.55)
        Vessels(surface: solids.surface, lightSide: solids.lightSide, rim: solids.light).turned(
            [(0, 0.44), (0.1, 0.5), (0.5, 0.62), (0.9, 0.5), (1, 0.46)].map { (at: $0.0, half: $0.1) },
            x: p.x, base: p.y, size: h, .init(stone, light: 0.3, shadow: 0.5))
        solids.surface.ellipse(p.x, p.y - h, h * 0.46, h * 0.09)
        solids.surface.fill(stone.mixed(solids.light, 0.45))
    }
}

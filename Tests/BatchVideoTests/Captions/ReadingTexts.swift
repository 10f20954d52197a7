/// Texts as people send them, written for these tests.
enum ReadingTexts {
    static let chinese: [String] = [
        """
        秋天来了，天气渐渐变凉。老人们常说，春捂秋冻，可是到了深秋，还是要注意保暖。每天早晨喝一杯温水，慢慢地走上三千步，身体自然会暖和起来。

        晚上睡觉以前，用热水泡泡脚，水温保持在四十度左右就好。别小看这些简单的习惯，坚持一个月，你就会发现自己的睡眠好了很多。
        """,
        """
        昨天，OpenAI发布了GPT-4o模型，价格是每百万token 3.5元！他说：“这是一次10-minute的演讲，《人民日报》也报道了。”可是，技术再好，也代替不了人与人之间的温暖。
        """,
        """
        2024年12月25日，国家统计局公布了最新数据：全年粮食总产量达到1.39万亿斤，比上一年增长了1.6%。其中，小麦、玉米和大豆的产量都创下了新高。专家认为，这主要得益于良种的推广和田间管理的改进。
        """,
        """
        你有没有想过，为什么天空是蓝色的？阳光看起来是白的，其实里面藏着七种颜色。当光线穿过大气层时，蓝色的光波长比较短，更容易被空气分子散射到四面八方，所以我们抬头看见的，就是一片蔚蓝。
        """,
        """
        如果你每天坚持早晨六点钟起床到公园里慢慢地走上大约四十分钟然后回家喝一杯温开水再吃一顿营养均衡的早餐那么一个月以后你就会发现自己的身体状况有了非常明显的改善
        """,
        """
        阿尔伯特·爱因斯坦曾经说过：“想象力比知识更重要。”1905年，他只有二十六岁，却在一年里发表了四篇改变世界的论文。后来有人问他成功的秘诀，他笑着回答：“我没有什么特别的才能，只是有强烈的好奇心罢了！”
        """,
        """
        第一步，把三个鸡蛋打进碗里，加一小勺盐，用筷子搅匀。第二步，锅里放两勺油，烧到七成热，再把蛋液倒进去。第三步，等蛋液凝固之后，放入切好的西红柿，翻炒两分钟就可以出锅了。是不是很简单？快去试试吧！
        """,
        """
        夜深了，小镇的灯一盏一盏地熄灭。老木匠还坐在窗前，手里握着那把用了三十多年的刨子……他在等一个人，一个二十年前离开家的人。门外忽然传来脚步声——是他回来了吗？

        “爸，我回来了。”门口的人轻轻地说。老人没有回头，眼泪却先落了下来。
        """,
        """
        这家公司的营业收入从2019年的3.2亿元增长到2023年的18.7亿元，年均增长率超过55%，员工人数也从120人增加到了860人，可以说是行业里跑得最快的一匹黑马。不过，创始人在接受采访时坦言：“我们离真正的成功，还有很长的路要走。”
        """,
        """
        人工智能、大数据、云计算、物联网，这些词你一定听过。但它们到底是什么意思？又和我们的生活有什么关系？今天，我们就用三分钟的时间，把它们一次讲清楚。
        """,
    ]

    static let english: [String] = [
        """
        The old harbour wakes long before the sun does. One by one the boats come in, heavy with silver fish, and the gulls follow them all the way to the pier. Nobody speaks of the cold; there is coffee, and there is work to do.
        """,
        """
        Mr. Tanaka opened his bakery at 5 a.m. on the first of May, 1998. He sold 12 loaves that day. Today, 3.5 million people have tasted his bread, and he still gets up at four to light the oven himself.
        """,
        """
        Why do we dream? Scientists have asked that question for more than a century, and they still do not agree. Some think that dreams help the brain to sort out what is worth keeping; others believe they are nothing more than the noise of a mind at rest.
        """,
        """
        In this 10-minute lesson you will learn how to make a simple, well-balanced breakfast. First, boil two eggs for about six minutes. Then cut a ripe tomato into thin slices, toast some bread, and put everything together with a pinch of salt. That's it!
        """,
        """
        "I have never been lost," the captain said, "but I was once confused for three days." Everyone laughed. Then the wind changed, the lamps went out, and for a long moment there was nothing but the sound of the sea.
        """,
        """
        Version 2.4.1 of the app is out. It starts twice as fast, uses 30% less memory, and finally remembers where you left off. You can get it at https://example.com/get or from your phone's store; the update is free for everyone who bought it after January 2023.
        """,
        """
        A forest is not just a collection of trees. Under the ground, thin threads of fungus connect one root to another, carrying water, sugar and warnings from plant to plant. When a beech is attacked by insects, its neighbours know about it within hours and begin to defend themselves.
        """,
        """
        She walked out of the station into the rain without an umbrella because she had given hers to a stranger who was waiting for the last bus home and who had told her, with a smile that she would remember for years, that the weather never stays the same for long.
        """,
        """
        Money is a promise. When you hold a ten-dollar bill, you hold the trust of millions of people you will never meet. Break that trust, and the paper is worth nothing. Keep it, and it can build cities, feed families, and send people to the Moon.
        """,
    ]
}

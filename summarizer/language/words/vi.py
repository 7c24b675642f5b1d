"""Vietnamese."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection_rank=18,
    detection="""
        và của là có cho các được trong không một người này với đã những khi ở từ theo tại đến cũng ra vào sau
    """,
    function_words="""
        một những các mọi mỗi chiếc tôi ta ông nó hắn họ ai gì nào đâu sao này kia đó đây ấy nọ vậy thế của ở tại
        trong ngoài trên dưới trước sau giữa với cùng cho từ đến tới về bằng bởi vì do để theo qua vào ra lên xuống
        như và hoặc hay nhưng mà thì là nếu tuy dù khi lúc nên cũng còn rằng nữa chỉ rất hơn được bị đã đang sẽ vừa
        có phải hãy khác đều
    """,
    abbreviations="tp ts ths gs pgs bs ks q p tt",
    never_last="TP Tp TS ThS GS PGS BS",
    backward_phrases=(
        "tuy nhiên|trong khi đó|ngoài ra|bên cạnh đó|đồng thời|do đó|vì vậy|vì thế|trong đó|sau đó|trước đó|"
        "điều này|việc này|nhưng|họ|(?:ông|bà|anh|chị|cô) (?:này|ta|ấy|cũng|cho biết|nói)"
    ),
    negations="không chưa chẳng",
    furniture="""
        đăng nhập, bình luận, quảng cáo, bản quyền, xem thêm, đọc thêm, tin liên, tin khác, tin mới, mật khẩu,
        trang chủ, tòa soạn, điều khoản, đọc nhiều, gửi bình
    """,
    end_headings="""
        tin liên quan, bình luận, tin mới, xem thêm, đọc thêm, có thể bạn quan tâm, tin cùng chuyên mục, tin khác,
        ý kiến, đọc nhiều
    """,
    interruptions="quảng cáo",
    reader_address="bạn",
    site_words="độc bạn",
    picture_credits="ảnh, hình",
    bylines="theo, cập nhật",
)

"""Chinese."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    letters="\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    unspaced_furniture="""
        订阅, 訂閱, 登录, 登入, 登錄, 注册, 註冊, 发表评论, 网友评论, 分享到, 版权所有, 版權所有, 责任编辑, 相关阅读,
        相關新聞, 延伸阅读, 延伸閱讀, 广告, 扫码
    """,
    end_headings="相关阅读, 相關新聞, 延伸阅读, 评论",
    interruptions="广告, 廣告",
    picture_credits="图, 圖",
)

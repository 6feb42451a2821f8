"""Every setting of the installation: from the environment, safe on a laptop, and refused in production where unsafe."""

from __future__ import annotations

import secrets
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from serikat.config.environment import Environment

_environment = Environment()

IN_PRODUCTION = _environment.text("SERIKAT_ENV", "laptop") == "production"
DEBUG = _environment.switch("SERIKAT_DEBUG", default=False)
# Where this installation keeps what it knows: database, uploads, evidence, rounds.
DATA = Path(_environment.text("SERIKAT_DATA", "serikat-data")).absolute()


def _laptop_secret() -> str:
    """A secret of this machine's own, made once, so that sign-ins outlive a restart."""
    file = DATA / "secret-key"
    if not file.is_file():
        DATA.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50), encoding="utf-8")
    return file.read_text(encoding="utf-8").strip()


_host, _port = _environment.text("SERIKAT_HOST", "127.0.0.1"), _environment.text("SERIKAT_PORT", "8000")
# The address that people type and that messages carry.
ORIGIN = _environment.text("SERIKAT_ORIGIN", f"http://{_host}:{_port}").rstrip("/")
_written_secret = _environment.text("SERIKAT_SECRET_KEY")
SECRET_KEY = _written_secret or ("" if IN_PRODUCTION else _laptop_secret())
_own_name = urlsplit(ORIGIN).hostname or ""
ALLOWED_HOSTS = [_own_name, *_environment.several("SERIKAT_OTHER_HOSTS")]
if not IN_PRODUCTION:
    ALLOWED_HOSTS += ["127.0.0.1", "localhost", "[::1]", "testserver"]
CSRF_TRUSTED_ORIGINS = [ORIGIN]

DATABASES = {
    "default": dj_database_url.parse(
        _environment.text("DATABASE_URL", f"sqlite:///{DATA / 'serikat.sqlite3'}"),
        conn_max_age=600,
        # A database that was started anew is noticed before a visitor's page breaks on it.
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL lets readers in while one writes; IMMEDIATE makes writers wait in line instead of failing half-way.
    DATABASES["default"] |= {
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA temp_store=MEMORY;"
            "PRAGMA mmap_size=134217728;PRAGMA cache_size=-20000;PRAGMA journal_size_limit=67108864;",
        },
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    # Before allauth, whose pages its templates stand in for.
    "serikat.foundation.people",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "treebeard",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "csp",
    "serikat.web",
    "serikat.foundation.journal",
    "serikat.foundation.chapters",
    "serikat.foundation.members",
    "serikat.foundation.findings",
    "serikat.fronts.secretariat",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # It hides the length of each page among random bytes, so that secrets in it cannot be guessed by size (BREACH).
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "serikat.web.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "serikat.foundation.people.middleware.SignedInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "serikat.web.middleware.RefusedMiddleware",
]
ROOT_URLCONF = "serikat.config.urls"
WSGI_APPLICATION = "serikat.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django_cotton.cotton_loader.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "serikat.web.templatetags.say"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "serikat.web.page_context.page",
            ],
        },
    }
]

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["serikat.foundation.people.sign_in.SignInBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL, LOGIN_REDIRECT_URL = "/masuk/", "/"
# Who knows it may make the first officer; where strangers can come nobody may without it.
FIRST_VISIT_CODE = _environment.text("SERIKAT_FIRST_VISIT_CODE")
ACCOUNT_ADAPTER = "serikat.foundation.people.sign_in.SignInAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
# People have telephones; many have no e-mail, and none needs one here.
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "login": "serikat.foundation.people.sign_in_forms.SignInForm",
    "change_password": "serikat.foundation.people.sign_in_forms.NewPasswordForm",
    "reauthenticate": "serikat.foundation.people.sign_in_forms.PasswordAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "serikat.foundation.people.sign_in.SecondFactorAdapter"
MFA_FORMS = {
    "activate_totp": "serikat.foundation.people.sign_in_forms.FirstCodeForm",
    "authenticate": "serikat.foundation.people.sign_in_forms.CodeForm",
    "reauthenticate": "serikat.foundation.people.sign_in_forms.CodeAgainForm",
    "add_webauthn": "serikat.foundation.people.sign_in_forms.PasskeyForm",
    "edit_webauthn": "serikat.foundation.people.sign_in_forms.PasskeyNameForm",
}
# A code of the half minute before and after counts too: the clocks of telephones differ.
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IN_PRODUCTION

# Rate limits count by the visitor's address, which behind a proxy only the proxy knows, and over all worker processes.
ALLAUTH_TRUSTED_PROXY_COUNT = _environment.count("SERIKAT_PROXIES", 1 if IN_PRODUCTION else 0)
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "web_cache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
_has_https = ORIGIN.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _has_https
SECURE_SSL_REDIRECT = IN_PRODUCTION and _environment.switch("SERIKAT_HTTPS_REDIRECT", default=True)
# The proxy in front is the only one to say so; docs/run-it-for-real tells it to overwrite what visitors send.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IN_PRODUCTION else None
SECURE_HSTS_SECONDS = 31_536_000 if _has_https else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "serikat.web.errors.form_expired"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        # Sending by WhatsApp posts here and is led to wa.me, which leads on.
        "form-action": [SELF, "https://wa.me", "https://api.whatsapp.com", "https://web.whatsapp.com", "whatsapp:"],
        "frame-ancestors": [NONE],
    }
}

# Further channels beside WhatsApp, which needs no setting; each is off until it is named.
EMAIL_HOST, EMAIL_PORT = _environment.text("SERIKAT_MAIL_HOST"), _environment.count("SERIKAT_MAIL_PORT", 587)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = (
    _environment.text("SERIKAT_MAIL_USER"),
    _environment.text("SERIKAT_MAIL_PASSWORD"),
)
EMAIL_USE_SSL, EMAIL_USE_TLS, EMAIL_TIMEOUT = EMAIL_PORT == 465, EMAIL_PORT == 587, 10
DEFAULT_FROM_EMAIL = _environment.text("SERIKAT_MAIL_FROM", f"serikat@{_own_name}")
GATEWAY_URL, GATEWAY_TOKEN = _environment.text("SERIKAT_GATEWAY_URL"), _environment.text("SERIKAT_GATEWAY_TOKEN")
if GATEWAY_URL and not GATEWAY_URL.startswith("https://"):
    _environment.faults.append("SERIKAT_GATEWAY_URL: write an https:// address; messages carry sign-in links")

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
USE_I18N = USE_TZ = USE_THOUSAND_SEPARATOR = True
TIME_ZONE = _environment.text("SERIKAT_TIME_ZONE", "Asia/Jakarta")
STATIC_URL, STATIC_ROOT = "/static/", DATA / "static"
# A developer who edits a style sheet sees it at once; everybody else gets files named by their content, compressed.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
_static_storage = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files"}},
    "staticfiles": {"BACKEND": _static_storage},
}
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
# How large a request may be, how long it may take to arrive over a weak network, and how long its answer may take.
LARGEST_REQUEST = 64 * 1024 * 1024
ARRIVAL_SECONDS, ANSWER_SECONDS = 600.0, 60.0

# How sites are audited. Loopback sites may be visited only where someone says so: the demo serves its own.
AUDIT_ALLOW_PRIVATE = _environment.switch("SERIKAT_ALLOW_PRIVATE", default=False)
AUDIT_INTERVAL = _environment.seconds("SERIKAT_INTERVAL", 1.0)
# On a test bed a hosts file stands in for the network's names.
AUDIT_HOSTS_FILE = _environment.text("SERIKAT_HOSTS_FILE")
# How many days an uploaded list is kept: it holds personal data, and is of use for looking back and undoing.
LISTS_KEPT_DAYS = _environment.count("SERIKAT_KEEP_LISTS", 90, least=1)
AUDIT_WORKERS = _environment.count("SERIKAT_WORKERS", 2, least=1)
AUDIT_FOLDER = DATA / "rounds"
# The shard table: a file of its own beside SQLite, so that workers and pages do not wait for one another.
_database_url = _environment.text("DATABASE_URL")
AUDIT_DATABASE = _environment.text("SERIKAT_ROUND_DATABASE") or (
    _database_url if _database_url.startswith("postgres") else f"sqlite:///{DATA / 'rounds.sqlite3'}"
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "serikat.web.log_lines.JsonLines"},
        "plain": {"()": "serikat.web.log_lines.PlainLines"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json" if IN_PRODUCTION else "plain"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "INFO" if IN_PRODUCTION else "WARNING"},
    # Whoever scans the network asks for any name; that is no news.
    "loggers": {"django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False}},
}


def _unsafe() -> list[str]:
    """What may not be so where strangers can come; each with what to write instead."""
    told = []
    if DEBUG:
        told.append("SERIKAT_DEBUG is on: visitors would see the code; leave it out")
    if len(_written_secret) < 40:
        told.append("SERIKAT_SECRET_KEY is missing or short: write 50 random characters, or a file's name in _FILE")
    if not _has_https:
        told.append(f"SERIKAT_ORIGIN={ORIGIN}: write the https:// address that people use")
    if "*" in ALLOWED_HOSTS:
        told.append("SERIKAT_OTHER_HOSTS holds *: name the hosts")
    if AUDIT_ALLOW_PRIVATE:
        told.append("SERIKAT_ALLOW_PRIVATE is on: an audit could be led into your own network; leave it out")
    if AUDIT_HOSTS_FILE:
        told.append("SERIKAT_HOSTS_FILE is set: audits would look at your own machines; leave it out")
    if not DATA.is_dir():
        told.append(f"SERIKAT_DATA={DATA}: there is no such folder; create it, owned by the service's user")
    return told


try:
    ZoneInfo(TIME_ZONE)
except (ZoneInfoNotFoundError, ValueError):
    _environment.faults.append(f"SERIKAT_TIME_ZONE={TIME_ZONE}: write Asia/Jakarta, Asia/Makassar or Asia/Jayapura")
_told = _environment.faults + (_unsafe() if IN_PRODUCTION else [])
if _told:
    raise ImproperlyConfigured("Serikat does not start with these settings:\n- " + "\n- ".join(_told))

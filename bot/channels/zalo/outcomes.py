"""What Zalo says of a webhook it tried, as something to do."""

from typing import Any

_TO_DO = {
    "webhook.http.403": (
        "the server answered 403; behind Cloudflare switch its Browser Integrity Check off for "
        "/zalo/ by a Configuration Rule (a WAF skip rule is not enough)"
    ),
    "webhook.http.404": "the server answered 404; let the proxy pass /zalo/ on to Khéo",
    "webhook.http.5xx": "the server answered with an error; see whether Khéo runs behind the proxy",
    "webhook.err.tls": "the certificate of KHEO_PUBLIC_URL is not accepted; renew it",
    "webhook.err.dns": "the name in KHEO_PUBLIC_URL is not known; see to its DNS record",
    "webhook.err.timeout": "the server did not answer in time; see whether a firewall drops it",
    "webhook.err.conn": "nobody listens there; see whether the proxy runs and port 443 is open",
}


def unreached(verification: Any) -> str:
    """Return what keeps Zalo from a webhook and what to do, "" where it was reached or not said."""
    if not isinstance(verification, dict) or verification.get("ok", True):
        return ""
    outcome = str(verification.get("outcome", ""))[:100]
    told = _TO_DO.get(outcome, "see whether KHEO_PUBLIC_URL can be opened from outside")
    return f"{outcome or 'no reason given'}: {told}"

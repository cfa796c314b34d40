"""Runs every PromQL expression of the dashboard and the alerts against a real Prometheus that scrapes the running suite,
and parses what a container engine would read. Needs a suite on its default ports."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.parse
import urllib.request

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = pathlib.Path(sys.argv[1])
PORT = 19090
# Nothing is refused, parked or broken in the sample, nobody is warned, and no month of it is closed, of which a
# runway would be the mean: these have no series yet, and that is right.
MAY_BE_EMPTY = (
    "yizhan_refusals_total", "yizhan_parked_total", 'status=~"5.."', "== 0", "yizhan_retries_total",
    "yizhan_fund_runway_days", "yizhan_fund_warnings",
)
SERVICES = {
    "gateway": 8080, "settlement-service": 8081, "eligibility-service": 8082, "fund-ledger-service": 8083,
    "reconciliation-service": 8084, "roster-sync-service": 8085,
}


def sh(*command, **more):
    print("+", *command, flush=True)
    return subprocess.run(command, check=True, **more)


def install_prometheus():
    if not shutil.which("promtool"):
        sh("apt-get", "update", "-q", stdout=subprocess.DEVNULL)
        sh("apt-get", "install", "-y", "-q", "--no-install-recommends", "prometheus", stdout=subprocess.DEVNULL)


def expressions():
    dashboard = json.loads((ROOT / "deploy/grafana/dashboards/yizhan.json").read_text())
    for panel in dashboard["panels"]:
        for target in panel.get("targets", []):
            yield panel["title"], target["expr"].replace("$__rate_interval", "1m")
    lines = (ROOT / "deploy/prometheus/alerts.yml").read_text().splitlines()
    for number, line in enumerate(lines):
        if line.strip().startswith("expr:"):
            expression = line.split("expr:", 1)[1].strip()
            indent = len(line) - len(line.lstrip())
            for more in lines[number + 1:] if expression == "|" else []:
                if len(more) - len(more.lstrip()) <= indent:
                    break
                expression = f"{expression.lstrip('|')} {more.strip()}"
            yield "alert", expression


def selectors(expression):
    """Each metric of an expression with its labels: what an alert compares must be there to be compared."""
    bare = re.sub(r"\b(by|without|on|ignoring)\s*\([^)]*\)", " ", expression)
    bare = re.sub(r"\[[^\]]*\]", " ", bare)
    found = re.findall(r"(?<!\w)([a-zA-Z_:]\w*\b)(\s*\{[^}]*\})?(?!\s*\()", bare)
    return {metric + labels for metric, labels in found if metric not in ("and", "or", "unless", "offset", "bool")}


def require_selectors(expression):
    asked = selectors(expression)
    if not asked:
        raise SystemExit(f"no metric was found in the alert {expression}")
    for selector in sorted(asked):
        if not ask(selector)["data"]["result"] and not any(part in selector for part in MAY_BE_EMPTY):
            raise SystemExit(f"an alert asks for what nobody tells: {selector}")


def ask(expression):
    url = f"http://127.0.0.1:{PORT}/api/v1/query?" + urllib.parse.urlencode({"query": expression})
    with urllib.request.urlopen(url, timeout=10) as answer:
        return json.load(answer)


def scrape_config():
    targets = [
        f"    - {{ targets: ['127.0.0.1:{port}'], labels: {{ service: {name} }} }}" for name, port in SERVICES.items()
    ]
    config = WORK / "prometheus.yml"
    config.write_text(
        "global: { scrape_interval: 2s, evaluation_interval: 2s }\n"
        f"rule_files: ['{ROOT}/deploy/prometheus/alerts.yml']\n"
        "scrape_configs:\n- job_name: yizhan\n  metrics_path: /actuator/prometheus\n  static_configs:\n"
        + "\n".join(targets) + "\n")
    return config


def check_queries():
    server = subprocess.Popen(
        ["prometheus", f"--config.file={scrape_config()}", f"--storage.tsdb.path={WORK}/tsdb",
         f"--web.listen-address=127.0.0.1:{PORT}", "--log.level=error"])
    try:
        until = time.time() + 60
        while time.time() < until:
            time.sleep(2)
            try:
                if len(ask('up{job="yizhan"} == 1')["data"]["result"]) == len(SERVICES):
                    break
            except OSError:
                continue
        else:
            raise SystemExit("Prometheus does not see all six services up")
        time.sleep(8)
        count = 0
        for where, expression in expressions():
            result = ask(expression)["data"]["result"]
            print(f"  {len(result):3d} series  {where}: {expression}")
            if not result and where != "alert" and not any(part in expression for part in MAY_BE_EMPTY):
                raise SystemExit(f"no data for {where}: {expression}")
            if where == "alert":
                require_selectors(expression)
            count += 1
        if count < 15:
            raise SystemExit(f"only {count} expressions were found")
    finally:
        server.terminate()
        server.wait()


def check_files():
    sh("promtool", "check", "config", str(ROOT / "deploy/prometheus/prometheus.yml"))
    sh("promtool", "test", "rules", str(ROOT / "deploy/prometheus/alerts.test.yml"))
    environment = dict(os.environ)
    for line in (ROOT / "deploy/env.example").read_text().splitlines():
        if "=" in line and not line.startswith("#"):
            environment[line.split("=", 1)[0]] = "x" * 44
    if subprocess.run(["docker", "compose", "version"], capture_output=True).returncode == 0:
        sh("docker", "compose", "-f", str(ROOT / "docker-compose.yml"), "config", "-q", env=environment)
    else:
        sh(sys.executable, "-m", "pip", "install", "-q", "--target", str(WORK / "pip"), "check-jsonschema")
        sh(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec",
           str(ROOT / "docker-compose.yml"), env=dict(os.environ, PYTHONPATH=str(WORK / "pip")))
    stages = [line for line in (ROOT / "deploy/Dockerfile").read_text().splitlines() if line.startswith("FROM ")]
    if len(stages) < 3:
        raise SystemExit(f"the Dockerfile has {len(stages)} stages")


install_prometheus()
check_files()
check_queries()

#!/usr/bin/env bash
# The browser test drives Chromium. Where it is missing and we may install it (root on Debian or Ubuntu), do so.
# Where we may not, the test says that it was skipped; with CI=true it fails instead.
set -euo pipefail
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium for the browser test 正在安装浏览器测试所需的 Chromium…"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null
else
  echo "No Chromium: the browser test will be skipped 没有 Chromium，浏览器测试将跳过" >&2
fi

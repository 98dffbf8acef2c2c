# shellcheck shell=bash
# Other VPN servers, for the checks of tests/Aovpn.LabTable: SoftEther (SSTP, L2TP), pptpd, libreswan (IKEv2); and Wine, to start the program for Windows.

PEERS_HOME=/usr/local/lib/aovpn-lab

peers_install() {
  local packages=(
    softether-vpnserver softether-vpncmd pptpd libnss3-tools wine64
    # What libreswan needs.
    libaudit1 libcap-ng0 libcurl3-nss libevent-core-2.1-7 libevent-pthreads-2.1-7 libldap-2.5-0 libldns3 libnspr4 libnss3 libpam0g libselinux1 libsystemd0 libunbound8
  )
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" || return
  # libreswan cannot be installed beside strongSwan: its files are unpacked, and the checks mount them where they are looked for.
  if [[ ! -x $PEERS_HOME/libreswan/usr/libexec/ipsec/pluto ]]; then
    local fetched
    fetched=$(mktemp -d)
    mkdir -p "$PEERS_HOME/libreswan"
    (cd "$fetched" && apt-get -o APT::Sandbox::User=root download -qq libreswan && dpkg -x libreswan_*.deb "$PEERS_HOME/libreswan") || return
    rm -rf "$fetched"
  fi
  # Where they are mounted, and where vpnserver keeps its state: a check mounts a folder of its own there.
  mkdir -p /usr/libexec/ipsec /var/lib/softether /var/log/softether "$PEERS_HOME/softether"
  "$LAB_HOME/tools/mend-softether" /usr/libexec/softether/vpnserver/vpnserver "$PEERS_HOME/softether/vpnserver"
  ln -sf /usr/share/softether-common/hamcore.se2 "$PEERS_HOME/softether/hamcore.se2"
}
